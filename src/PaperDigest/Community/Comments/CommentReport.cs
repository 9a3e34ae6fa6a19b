namespace PaperDigest.Community;

/// <summary>That a person asked the curators to look at a comment; once per person.</summary>
public sealed class CommentReport
{
    public Guid CommentId { get; set; }
    public Guid AccountId { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset ReportedAt { get; set; }

    /// <summary>When a curator decided; null while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; set; }
}
