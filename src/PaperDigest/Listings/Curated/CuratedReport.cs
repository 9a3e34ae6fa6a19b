using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a run did for the curated list of a day.</summary>
internal sealed record CuratedReport(DateOnly Day, IngestOutcome Outcome, string Message)
{
    public CuratedTotals Total { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>Stored earlier and not in this reading; kept.</summary>
    public int Missing { get; init; }

    /// <summary>Requests made, repeated ones included.</summary>
    public int Attempts { get; init; }

    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>Whether the run left nothing to be done: the list is in, or nobody chose a paper.</summary>
    public bool IsDone => Outcome is IngestOutcome.Complete or IngestOutcome.Empty;
}
