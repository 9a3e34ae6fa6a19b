namespace PaperDigest.Listings;

/// <summary>
/// When a source may next be asked. One row per source, shared by all processes on the database: arXiv's terms count the
/// requests of all of an operator's machines together.
/// </summary>
public sealed class SourceTurn
{
    public required string Source { get; set; }
    public DateTimeOffset NextAt { get; set; }
}
