namespace PaperDigest.Community;

/// <summary>What a curator did about a comment, kept for as long as the comment.</summary>
public sealed class CuratorAct
{
    public Guid Id { get; set; }
    public Guid CommentId { get; set; }

    /// <summary>Who; null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    public CuratorActKind Kind { get; set; }

    /// <summary>The reason of a hiding; empty otherwise.</summary>
    public required string Reason { get; set; }

    public DateTimeOffset ActedAt { get; set; }
}

/// <summary>What curators can do about a comment.</summary>
public enum CuratorActKind
{
    Hide,
    Restore,

    /// <summary>The reports were answered by leaving the comment as it is.</summary>
    Dismiss,
}
