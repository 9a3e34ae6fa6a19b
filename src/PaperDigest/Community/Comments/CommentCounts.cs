using Npgsql;

namespace PaperDigest.Community;

/// <summary>
/// The end of each statement by which comments come to be shown or cease to be: it keeps the numbers on threads and papers, and
/// marks the order of the papers' days as out of date. Before it the statement has <c>moved (arxiv_id, thread_id, parent_id, change)</c>
/// with 1 or -1 for each comment; none of them may be the first of another's thread.
/// </summary>
internal static class CommentCounts
{
    // By the primary keys, and ix_ranked_papers_arxiv_id_date.
    public const string Tail =
        $"""
        counted AS (
            UPDATE papers p SET comment_count = p.comment_count + m.change
            FROM (SELECT arxiv_id, sum(change)::integer AS change FROM moved GROUP BY arxiv_id) m
            WHERE p.arxiv_id = m.arxiv_id RETURNING p.arxiv_id),
        threaded AS (
            UPDATE comments t SET reply_count = t.reply_count + m.change
            FROM (SELECT thread_id, sum(change)::integer AS change FROM moved WHERE parent_id IS NOT NULL GROUP BY thread_id) m
            WHERE t.id = m.thread_id),
        touched AS (
            SELECT arxiv_id FROM counted),
        {Ballot.MarkDays}
        """;

    /// <summary>The instant and the span of days that <see cref="Tail"/> asks for.</summary>
    public static void AddTo(NpgsqlCommand command, DateTimeOffset now)
    {
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("recent", Ballot.RecentDays);
    }
}
