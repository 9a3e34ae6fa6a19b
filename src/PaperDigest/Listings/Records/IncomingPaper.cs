using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>A paper on its way into the catalogue, as far as its source knows it: a listing's entry or a full record.</summary>
internal sealed record IncomingPaper
{
    public required ArxivId Id { get; init; }

    /// <summary>The newest version the source knows; where <see cref="Versions"/> is empty, a number that it is at least.</summary>
    public required int Version { get; init; }

    /// <summary>Distinct by number, among them <see cref="Version"/>; empty where the source tells no number.</summary>
    public IReadOnlyList<KnownVersion> Versions { get; init; } = [];

    /// <summary>When <see cref="Version"/> was submitted, where its number is not told.</summary>
    public DateOnly? NewestSubmittedOn { get; init; }

    public required string Title { get; init; }
    public required string Abstract { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public IReadOnlyList<string>? Affiliations { get; init; }

    /// <summary>The primary category first; empty where the source knows none.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    public string? Comments { get; init; }
    public string? Doi { get; init; }
    public string? JournalRef { get; init; }
    public string? Licence { get; init; }
    public string? ReportNo { get; init; }
    public string? Submitter { get; init; }

    /// <summary>The datestamp of a full record, by which it overwrites what an older one said; null: it only fills gaps.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>The first listing by what this source tells: its own, or an estimate.</summary>
    public required DateOnly FirstListed { get; init; }

    /// <summary>Its section in the listing it comes with; null for a record without one.</summary>
    public ListingSection? Section { get; init; }

    /// <summary>What only papers of the bundled sample carry; null for real ones.</summary>
    public SamplePaper? Sample { get; init; }

    /// <summary>When the first version was submitted; null when the source does not tell.</summary>
    public DateTimeOffset? SubmittedAt => Versions.FirstOrDefault(v => v.Number == 1)?.SubmittedAt;

    /// <summary>Whether the newest version is known to withdraw the paper.</summary>
    public bool IsWithdrawn => Versions.Any(v => v.Number == Version && v.IsWithdrawn == true);

    /// <summary>The paper as a full record describes it.</summary>
    public static IncomingPaper Of(ArxivRecord record)
    {
        var versions = record.Versions.DistinctBy(v => v.Number).Select(v => new KnownVersion(v.Number, v.Submitted, v.IsWithdrawn)).ToList();
        return new IncomingPaper
        {
            Id = record.Id, Version = NewestOf(record, versions), Versions = versions, NewestSubmittedOn = record.NewestSubmittedOn,
            Title = record.Title, Abstract = record.Abstract, Authors = record.Authors, Affiliations = record.Affiliations, Categories = record.Categories,
            Comments = record.Comments, Doi = record.Doi, JournalRef = record.JournalReference, Licence = record.Licence,
            ReportNo = record.ReportNumber, Submitter = record.Submitter, RecordedOn = record.Datestamp, FirstListed = EstimateOf(record),
        };
    }

    /// <summary>The paper as the listing of <paramref name="date"/> announced it.</summary>
    public static IncomingPaper Of(ListedPaper paper, DateOnly date)
    {
        var atLatest = paper.FirstListedAtLatest(date);
        if (paper.Record is { } record && Of(record) is var full)
            return full with { Section = paper.Section, FirstListed = paper.Section == ListingSection.New || atLatest < full.FirstListed ? atLatest : full.FirstListed };
        return new IncomingPaper
        {
            Id = paper.Id, Version = paper.Version, Versions = [new KnownVersion(paper.Version, paper.Version == 1 ? paper.SubmittedAt : null, null)],
            Title = paper.Title, Abstract = paper.Abstract, Authors = paper.Authors, Affiliations = paper.Affiliations, Categories = paper.Categories, Comments = paper.Comments,
            Doi = paper.Doi, JournalRef = paper.JournalRef, Licence = paper.Licence, FirstListed = atLatest, Section = paper.Section, Sample = paper.Sample,
        };
    }

    // A version submitted after the month of the first listing is not the first one.
    private static int NewestOf(ArxivRecord record, List<KnownVersion> versions) =>
        versions.Count > 0 ? versions.Max(v => v.Number) : record.NewestSubmittedOn > FirstListing.AtLatest(record.Id) ? 2 : 1;

    private static DateOnly EstimateOf(ArxivRecord record)
    {
        var first = record.Versions.FirstOrDefault(v => v.Number == 1)?.Submitted
            ?? (record.NewestSubmittedOn is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null);
        return first is { } submitted ? FirstListing.AtEarliest(record.Id, submitted) : FirstListing.AtLatest(record.Id);
    }
}

/// <summary>A version of a paper as a source tells of it.</summary>
/// <param name="IsWithdrawn">Null when the source does not tell.</param>
internal sealed record KnownVersion(int Number, DateTimeOffset? SubmittedAt, bool? IsWithdrawn);
