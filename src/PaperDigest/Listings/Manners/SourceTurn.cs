namespace PaperDigest.Listings;

/// <summary>
/// When a source may next be asked. One row per source, shared by all processes on the database: arXiv's terms count the
/// requests of all of an operator's machines together, and whom it turns away it turns away from all of them.
/// </summary>
public sealed class SourceTurn
{
    public required string Source { get; set; }
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Until when the source is left alone because it turned a request away; null or past when it is not.</summary>
    public DateTimeOffset? BlockedUntil { get; set; }

    /// <summary>What it answered, in a sentence.</summary>
    public string? BlockedBecause { get; set; }

    /// <summary>How often in a row it has turned requests away.</summary>
    public int Refusals { get; set; }
}
