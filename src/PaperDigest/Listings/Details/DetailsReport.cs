using System.Text.Json.Serialization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a run of <see cref="DetailsJob"/> asked for and learned, so far.</summary>
internal sealed record DetailsReport
{
    public DetailsTotals Total { get; init; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Made, repetitions included.</summary>
    public int Requests { get; init; }

    /// <summary>Received, after unpacking.</summary>
    public long Bytes { get; init; }

    /// <summary>Why the run stopped early; null when nothing kept it.</summary>
    public string? Refusal { get; init; }

    /// <summary>Papers of which the API does not know, or not yet.</summary>
    public IReadOnlyList<string> NotFound { get; init; } = [];

    [JsonIgnore]
    public IngestOutcome Outcome => Refusal is null ? IngestOutcome.Complete : Total.Found > 0 ? IngestOutcome.Partial : IngestOutcome.Failed;

    public string Message => $"Asked for the details of {Total.Asked} papers: {Total.Filled} filled in, {Total.Replaced} in a newer version, {Total.NotFound} not known.{(Refusal is null ? "" : " " + Refusal)}";

    /// <summary>With an answer and what storing it changed.</summary>
    public DetailsReport With(int asked, ApiPage page, RecordImport import) => this with
    {
        Total = new DetailsTotals(
            Total.Asked + asked, Total.Found + page.Records.Count, Total.Filled + import.Edited + import.New, Total.Replaced + import.Replaced,
            Total.NotFound + page.NotFound.Count, Total.Rejected + page.Rejected.Count),
        Requests = Requests + page.Attempts,
        Bytes = Bytes + page.Bytes,
        Refusal = page.Refusal?.Message,
        NotFound = [.. NotFound, .. page.NotFound.Select(id => id.ToString())],
    };
}

/// <summary>Papers, by what became of them.</summary>
internal sealed record DetailsTotals(int Asked, int Found, int Filled, int Replaced, int NotFound, int Rejected);
