namespace PaperDigest.Community;

/// <summary>
/// What a person said about a paper, in Markdown. A comment without a parent begins a thread; every answer in it carries the
/// thread's id, however deep it stands. Ids are in the order of time.
/// </summary>
public sealed class Comment
{
    public Guid Id { get; set; }
    public required string ArxivId { get; set; }

    /// <summary>Who wrote it; null once the account is gone, and its text with it.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The id of the comment that began the thread; its own for that one.</summary>
    public Guid ThreadId { get; set; }

    public Guid? ParentId { get; set; }

    /// <summary>The newest version; empty once deleted.</summary>
    public required string Body { get; set; }

    /// <summary>Keys of the public names that <see cref="Body"/> mentions and that were somebody's when it was written.</summary>
    public required string[] Mentions { get; set; }

    public CommentState State { get; set; }

    /// <summary>Why a curator hid it; null when none did.</summary>
    public string? HiddenReason { get; set; }

    /// <summary>From 1; earlier versions are in <see cref="CommentVersion"/>.</summary>
    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the newest version was written; null for the first.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Answers of the thread that are shown; kept on the comment that began it.</summary>
    public int ReplyCount { get; set; }

    /// <summary>Kept equal to the rows in <c>comment_reactions</c> by the statement that writes them.</summary>
    public int ReactionCount { get; set; }

    /// <summary>The same for each kind, in the order of <see cref="ReactionKind"/>.</summary>
    public required int[] ReactionCounts { get; set; }

    /// <summary>Of form and text: a form that is sent twice posts once.</summary>
    public Guid PostKey { get; set; }
}

/// <summary>What is to be seen of a comment.</summary>
public enum CommentState
{
    Shown,

    /// <summary>Its author took it back; nothing of the text is kept.</summary>
    Deleted,

    /// <summary>A curator hid it; the text is kept, so that it can be restored.</summary>
    Hidden,
}
