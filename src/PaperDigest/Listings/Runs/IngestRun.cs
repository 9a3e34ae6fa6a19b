namespace PaperDigest.Listings;

/// <summary>One attempt to bring papers in, by whichever way, and what came of it; the report is kept for the operator.</summary>
public sealed class IngestRun
{
    public Guid Id { get; set; }
    public RunKind Kind { get; set; }

    /// <summary>From where: a host or the name of a file, without secrets.</summary>
    public string? Source { get; set; }

    /// <summary>The listing's day; null where a run has none.</summary>
    public DateOnly? Day { get; set; }

    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Null while it runs, or when the process was killed.</summary>
    public IngestOutcome? Outcome { get; set; }

    /// <summary>What came of it as a JSON object, its properties in the order in which they are to be read; see <see cref="RunLog.EndAsync"/>.</summary>
    public string? Report { get; set; }
}

/// <summary>The ways in.</summary>
public enum RunKind
{
    /// <summary>A day's listing, from the feeds or rebuilt from records.</summary>
    Listing,

    /// <summary>Records of a span of days, from OAI-PMH.</summary>
    Harvest,

    /// <summary>A file: a snapshot or recorded answers.</summary>
    Import,

    /// <summary>A curated list of another site.</summary>
    Curated,

    /// <summary>What feeds do not carry, from the query API.</summary>
    Details,
}

/// <summary>How a run ended.</summary>
public enum IngestOutcome
{
    /// <summary>Everything asked for is in.</summary>
    Complete,

    /// <summary>Some of it is in, the rest was refused or is not there yet.</summary>
    Partial,

    /// <summary>There was nothing to take in: a weekend, or the sources had nothing.</summary>
    Empty,

    /// <summary>Nothing could be taken in.</summary>
    Failed,
}
