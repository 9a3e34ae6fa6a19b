namespace PaperDigest.Listings;

/// <summary>One attempt to take in the listings of a day, and what came of it; the report is kept for the operator.</summary>
public sealed class IngestRun
{
    public Guid Id { get; set; }
    public DateOnly Day { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it runs, or when the process was killed.</summary>
    public IngestOutcome? Outcome { get; set; }

    /// <summary>Counts, refusals and rejected records as JSON.</summary>
    public string? Report { get; set; }
}

/// <summary>How a run ended.</summary>
public enum IngestOutcome
{
    /// <summary>Every configured category is in.</summary>
    Complete,

    /// <summary>Some categories are in, others were refused or are not of this day yet.</summary>
    Partial,

    /// <summary>The day has no listing: a weekend, or the sources had nothing.</summary>
    Empty,

    /// <summary>Nothing could be taken in.</summary>
    Failed,
}
