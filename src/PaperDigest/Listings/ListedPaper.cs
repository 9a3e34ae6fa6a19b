using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>One paper of one category's listing, from whichever source, as the importer takes it.</summary>
internal sealed record ListedPaper
{
    public required ArxivId Id { get; init; }
    public required int Version { get; init; }
    public required ListingSection Section { get; init; }
    public required string Title { get; init; }
    public required string Abstract { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }

    public IReadOnlyList<string>? Affiliations { get; init; }

    /// <summary>The primary category first.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    public string? Comments { get; init; }
    public string? Doi { get; init; }
    public string? JournalRef { get; init; }
    public string? Licence { get; init; }

    /// <summary>When the first version was submitted; null where the source does not tell.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The full record that the entry was made of, whose details and versions are stored with it; null where there was none.</summary>
    public ArxivRecord? Record { get; init; }

    /// <summary>What only papers of the bundled sample carry; null for real ones.</summary>
    public SamplePaper? Sample { get; init; }

    /// <summary>The paper as a daily feed announced it.</summary>
    public static ListedPaper Of(AnnouncedPaper paper) => new()
    {
        Id = paper.Id, Version = paper.Version, Section = SectionOf(paper.AnnounceType), Title = paper.Title, Abstract = paper.Abstract,
        Authors = paper.Authors, Affiliations = paper.Affiliations, Categories = paper.Categories, Comments = paper.Comments, Doi = paper.Doi,
        JournalRef = paper.JournalReference, Licence = paper.Licence,
    };

    /// <summary>
    /// The paper as OAI-PMH's record lets one guess that the listing of <paramref name="day"/> announced it in
    /// <paramref name="category"/>; null when it can't have been in it. See <see cref="OaiListing"/> for what the guess rests on.
    /// </summary>
    public static ListedPaper? Of(ArxivRecord record, DateOnly day, string category) =>
        OaiListing.Announced(record, day, [category]) is { } announced ? Of(announced) with { Record = record } : null;

    /// <summary>
    /// The day this paper counts as listed first, if a listing of <paramref name="date"/> is all that is known. An old paper that
    /// is cross-listed or replaced was first listed long before: at the latest a long weekend after the month in its id.
    /// </summary>
    public DateOnly FirstListedAtLatest(DateOnly date)
    {
        if (Sample is { } sample) return sample.FirstListed;
        var monthsLast = FirstListing.AtLatest(Id);
        return Section == ListingSection.New || date < monthsLast ? date : monthsLast;
    }

    private static ListingSection SectionOf(AnnounceType type) => type switch
    {
        AnnounceType.New => ListingSection.New,
        AnnounceType.Cross => ListingSection.Cross,
        AnnounceType.Replace => ListingSection.Replace,
        AnnounceType.ReplaceCross => ListingSection.ReplaceCross,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A listing has four sections."),
    };
}
