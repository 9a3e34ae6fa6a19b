namespace PaperDigest.Community;

/// <summary>That a person answered a comment with a sign; at most one of each kind.</summary>
public sealed class CommentReaction
{
    public Guid CommentId { get; set; }
    public Guid AccountId { get; set; }
    public ReactionKind Kind { get; set; }
    public DateTimeOffset GivenAt { get; set; }
}

/// <summary>The signs there are. Their counts are stored by place, so that a new one goes to the end.</summary>
public enum ReactionKind
{
    Agree,
    Thanks,
    Celebrate,
    Wonder,
    Watch,
}
