namespace PaperDigest.Following;

/// <summary>Something that a reader wants to hear of.</summary>
public sealed class Follow
{
    /// <summary>The id of a reader: an account's, or a visitor's until the visitor signs in.</summary>
    public Guid ReaderId { get; set; }

    public FollowKind Kind { get; set; }

    /// <summary>What is followed, as <see cref="FollowSubject"/> writes it.</summary>
    public required string Subject { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Kept, but bringing nothing for now.</summary>
    public bool IsMuted { get; set; }
}
