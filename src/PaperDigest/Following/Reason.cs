namespace PaperDigest.Following;

/// <summary>Why a paper is offered to a reader: something followed, or a saved paper that it is like.</summary>
public sealed record Reason
{
    private Reason(FollowSubject? followed, string? like, string? likeTitle) => (Followed, Like, LikeTitle) = (followed, like, likeTitle);

    public FollowSubject? Followed { get; }

    /// <summary>The saved paper; null where the reason is something followed.</summary>
    public string? Like { get; }

    public string? LikeTitle { get; }

    public static Reason Follows(FollowSubject followed) => new(followed, null, null);

    public static Reason LikeSaved(string arxivId, string title) => new(null, arxivId, title);

    /// <summary>What it counts for in <see cref="OfferOrder"/>.</summary>
    public double Weight => Followed?.Kind switch
    {
        FollowKind.Author => 4,
        FollowKind.Words => 3,
        FollowKind.Search => 2.5,
        null => 2,
        _ => 1,
    };

    /// <summary>The reason as a feed says it, without links.</summary>
    public string Text => Followed switch
    {
        null => $"Like “{LikeTitle}”, which you saved",
        { Kind: FollowKind.Author } author => $"By {author.Words}, whom you follow",
        { Kind: FollowKind.Words } words => $"Has {words.Words}, which you follow",
        { Kind: FollowKind.Search } search => $"Found by your search for {search.Words}",
        _ => $"You follow {Followed.Words}",
    };
}
