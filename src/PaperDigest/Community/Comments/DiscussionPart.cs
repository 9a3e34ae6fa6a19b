namespace PaperDigest.Community;

/// <summary>The threads of one page of a discussion.</summary>
/// <param name="HasMore">Whether another page follows.</param>
internal sealed record DiscussionPart(IReadOnlyList<CommentThread> Threads, bool HasMore)
{
    /// <summary>A page of threads, from their comments in the order of the page; one thread more than a page has tells of the next.</summary>
    public static DiscussionPart OfThreads(IReadOnlyList<CommentView> comments)
    {
        var threads = comments.GroupBy(c => c.ThreadId).ToList();
        return new DiscussionPart(
            [.. threads.Take(DiscussionPlace.ThreadsOnPage).Select(t => CommentThread.Of([.. t], DiscussionPlace.RepliesInList))],
            threads.Count > DiscussionPlace.ThreadsOnPage);
    }

    /// <summary>A page of one thread; null when it is not there.</summary>
    public static DiscussionPart? OfThread(IReadOnlyList<CommentView> comments) =>
        comments is [{ ParentId: null }, ..]
            ? new DiscussionPart([CommentThread.Of(comments, DiscussionPlace.RepliesOnPage)], comments.Count > DiscussionPlace.RepliesOnPage + 1)
            : null;
}
