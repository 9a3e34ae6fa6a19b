namespace PaperDigest.Community;

/// <summary>What a comment said before it was edited. Everybody may read it: an answer may be to an earlier version.</summary>
public sealed class CommentVersion
{
    public Guid CommentId { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    public required string Body { get; set; }
    public DateTimeOffset WrittenAt { get; set; }
}
