namespace PaperDigest.Community;

/// <summary>Word to a person of something that happened and concerns them; theirs alone.</summary>
public sealed class Notice
{
    public Guid Id { get; set; }
    public Guid AccountId { get; set; }
    public NoticeKind Kind { get; set; }

    /// <summary>The paper that it is about; null when it is about none.</summary>
    public string? ArxivId { get; set; }

    /// <summary>The comment that it is about; null when it is about none.</summary>
    public Guid? CommentId { get; set; }

    /// <summary>Whose act it was; null for a curator's, which is the site's, and once the account is gone.</summary>
    public Guid? ActorId { get; set; }

    /// <summary>A reason or a decision in a sentence; null when the kind says it all.</summary>
    public string? Words { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When it was gathered into a mail; null when it was not.</summary>
    public DateTimeOffset? MailedAt { get; set; }
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Somebody answered the person's comment.</summary>
    Reply,

    /// <summary>Somebody mentioned the person's public name.</summary>
    Mention,

    /// <summary>Somebody commented on a paper that the person has to do with.</summary>
    Comment,

    CommentHidden,
    CommentRestored,

    /// <summary>Curators answered the person's report.</summary>
    ReportDecided,

    /// <summary>Curators answered the person's claim to be an author.</summary>
    ClaimDecided,

    /// <summary>Curators answered the person's submission of a paper.</summary>
    SubmissionDecided,
}
