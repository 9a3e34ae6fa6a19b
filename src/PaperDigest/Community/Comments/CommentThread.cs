namespace PaperDigest.Community;

/// <summary>A thread as it is read: each comment followed by its answers, the oldest first, set in by two steps at most.</summary>
/// <param name="First">The comment that began it.</param>
/// <param name="Replies">Those of the page, each with how far it is set in: 1 or 2.</param>
/// <param name="MoreReplies">How many answers are shown elsewhere.</param>
internal sealed record CommentThread(CommentView First, IReadOnlyList<(CommentView Comment, int Depth)> Replies, int MoreReplies)
{
    private const int Deepest = 2;

    /// <summary>
    /// The first comment and at most <paramref name="most"/> of the answers that follow it in the order of time. An answer whose
    /// question is on another page stands as one to the thread. One that is not shown is kept only where others answer it.
    /// </summary>
    public static CommentThread Of(IReadOnlyList<CommentView> inTime, int most)
    {
        var first = inTime[0];
        var replies = inTime.Skip(1).Take(most).ToList();
        var here = replies.Select(r => r.Id).ToHashSet();
        var answers = replies.ToLookup(r => r.ParentId is { } parent && here.Contains(parent) ? parent : first.Id);
        var ordered = new List<(CommentView, int)>();
        Follow(first.Id, 1);
        return new CommentThread(first, ordered, Math.Max(0, first.ReplyCount - replies.Count(r => r.State == CommentState.Shown)));

        // As deep as answers of one page answer each other: no deeper than the page is long.
        bool Follow(Guid comment, int depth)
        {
            var any = false;
            foreach (var answer in answers[comment])
            {
                var place = ordered.Count;
                ordered.Add((answer, Math.Min(depth, Deepest)));
                if (Follow(answer.Id, depth + 1) || answer.State == CommentState.Shown) any = true;
                else ordered.RemoveAt(place);
            }
            return any;
        }
    }
}
