namespace PaperDigest.Community;

/// <summary>A paper whose page a reader opened.</summary>
public sealed class ReadPaper
{
    /// <summary>The id of a <see cref="Reader"/>.</summary>
    public Guid ReaderId { get; set; }

    public required string ArxivId { get; set; }

    /// <summary>When it was opened first.</summary>
    public DateTimeOffset ReadAt { get; set; }
}
