using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>A curated list of one date as it was seen at an instant, in its order.</summary>
internal sealed record CuratedDay(DateOnly Date, IReadOnlyList<DailyPaper> Papers, DateTimeOffset ObservedAt)
{
    public CuratedList List { get; } = CuratedList.HuggingFace;

    /// <summary>Whether it comes from a recording, whose instant nobody knows.</summary>
    public bool IsRecorded { get; private init; }

    /// <summary>A recorded list. It counts as seen at the beginning of its date: whatever was seen by ourselves is newer.</summary>
    public static CuratedDay Recorded(DateOnly date, IReadOnlyList<DailyPaper> papers) =>
        new(date, papers, new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)) { IsRecorded = true };

    /// <summary>
    /// The first listing that a paper of this list can have been in, for one that no listing is known of: by its submission and id, and
    /// not after the list itself.
    /// </summary>
    public DateOnly FirstListed(DailyPaper paper)
    {
        var first = paper.PublishedAt is { } submitted ? FirstListing.AtEarliest(paper.Id, submitted) : FirstListing.AtLatest(paper.Id);
        return first < Date ? first : Date;
    }
}
