using Npgsql;

namespace PaperDigest.Community;

/// <summary>Reads discussions, each page in one query that costs the same however long the discussion is.</summary>
internal sealed class CommentQueries(NpgsqlDataSource database)
{
    /// <summary>What is read of a comment, of <c>comments c</c>.</summary>
    private const string Columns =
        """
        c.id, c.thread_id, c.parent_id, c.account_id, a.public_name, a.role, left(c.body, @excerpt), length(c.body) > @excerpt, c.mentions,
        c.state, c.hidden_reason, c.version, c.created_at, c.reply_count, c.reaction_counts, pa.public_name,
        ARRAY(SELECT r.kind FROM comment_reactions r WHERE r.comment_id = c.id AND r.account_id = @reader), c.edited_at,
        EXISTS (SELECT FROM author_claims k WHERE k.arxiv_id = c.arxiv_id AND k.account_id = c.account_id AND k.state = 'accepted'),
        EXISTS (SELECT FROM submissions s WHERE s.arxiv_id = c.arxiv_id AND s.account_id = c.account_id AND s.state = 'accepted')
        """;

    /// <summary>Who wrote it, and whom it answers.</summary>
    private const string Authors =
        """
        LEFT JOIN accounts a ON a.id = c.account_id
        LEFT JOIN comments p ON p.id = c.parent_id
        LEFT JOIN accounts pa ON pa.id = p.account_id
        """;

    /// <summary>Of a comment that is longer a list shows this many characters, so that a page has a bound; it has a page of its own.</summary>
    private const int Excerpt = 4_000;

    /// <summary>The threads of a page, or the one that was asked for; null when there is no such thread of this paper.</summary>
    public async Task<DiscussionPart?> ReadAsync(DiscussionPlace place, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(place.Thread is null ? ThreadsSql(place.Order) : ThreadSql);
        command.Parameters.AddWithValue("paper", place.ArxivId);
        command.Parameters.AddWithValue("reader", place.Reader ?? Guid.Empty);
        command.Parameters.AddWithValue("excerpt", Excerpt);
        command.Parameters.AddWithValue("replies", (place.Thread is null ? DiscussionPlace.RepliesInList : DiscussionPlace.RepliesOnPage) + 1);
        command.Parameters.AddWithValue("skip", (place.Page - 1) * (place.Thread is null ? DiscussionPlace.ThreadsOnPage : DiscussionPlace.RepliesOnPage));
        command.Parameters.AddWithValue("threads", DiscussionPlace.ThreadsOnPage + 1);
        command.Parameters.AddWithValue("thread", place.Thread ?? Guid.Empty);
        var comments = new List<CommentView>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) comments.Add(CommentView.Read(rows));
        return place.Thread is null ? DiscussionPart.OfThreads(comments) : DiscussionPart.OfThread(comments);
    }

    /// <summary>The newest comments on a paper that are shown, whole, the oldest of them first; at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<CommentView>> NewestAsync(string arxivId, int take, CancellationToken cancel)
    {
        // The beginning of a range of ix_comments_shown.
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM (SELECT * FROM comments WHERE arxiv_id = @paper AND state = 'shown' ORDER BY id DESC LIMIT @take) c {Authors}
            ORDER BY c.id
            """);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("take", take);
        command.Parameters.AddWithValue("reader", Guid.Empty);
        command.Parameters.AddWithValue("excerpt", CommentText.Longest);
        var comments = new List<CommentView>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) comments.Add(CommentView.Read(rows));
        return comments;
    }

    /// <summary>One comment as it stands now; null when there is none.</summary>
    public async Task<CommentView?> FindAsync(Guid comment, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM comments c {Authors} WHERE c.id = @id");
        command.Parameters.AddWithValue("id", comment);
        command.Parameters.AddWithValue("reader", Guid.Empty);
        command.Parameters.AddWithValue("excerpt", CommentText.Longest);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? CommentView.Read(row) : null;
    }

    /// <summary>The latest comments of a person that are shown, the newest first; at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<SaidOfPaper>> LatestOfAsync(Guid account, int take, CancellationToken cancel)
    {
        // ix_comments_account_id_created_at, backwards.
        await using var command = database.CreateCommand(
            """
            SELECT c.id, p.title, left(c.body, 400), c.created_at, c.mentions FROM comments c JOIN papers p ON p.arxiv_id = c.arxiv_id
            WHERE c.account_id = @account AND c.state = 'shown' ORDER BY c.created_at DESC, c.id LIMIT @take
            """);
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("take", take);
        var said = new List<SaidOfPaper>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
            said.Add(new SaidOfPaper(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3)) { Mentions = rows.GetFieldValue<string[]>(4) });
        return said;
    }

    /// <summary>An earlier version of a comment that is shown; null when there is none.</summary>
    public async Task<CommentVersion?> FindVersionAsync(Guid comment, int version, CancellationToken cancel)
    {
        // By the primary keys.
        await using var command = database.CreateCommand(
            """
            SELECT v.body, v.written_at FROM comment_versions v JOIN comments c ON c.id = v.comment_id
            WHERE v.comment_id = @id AND v.version = @version AND c.state = 'shown'
            """);
        command.Parameters.AddWithValue("id", comment);
        command.Parameters.AddWithValue("version", version);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new CommentVersion { CommentId = comment, Version = version, Body = row.GetString(0), WrittenAt = row.GetFieldValue<DateTimeOffset>(1) }
            : null;
    }

    // A range of ix_comments_threads or ix_comments_threads_liked, then for each thread the beginning of its range of ix_comments_thread_id_id.
    private static string ThreadsSql(DiscussionOrder order) =>
        $"""
        WITH threads AS MATERIALIZED (
            SELECT id, row_number() OVER () AS place FROM (
                SELECT id FROM comments WHERE arxiv_id = @paper AND parent_id IS NULL AND (state = 'shown' OR reply_count > 0)
                ORDER BY {(order == DiscussionOrder.Liked ? "reaction_count DESC, id DESC" : "id DESC")} OFFSET @skip LIMIT @threads) t)
        SELECT {Columns} FROM threads t CROSS JOIN LATERAL (
            (SELECT * FROM comments WHERE id = t.id)
            UNION ALL
            (SELECT * FROM comments WHERE thread_id = t.id AND parent_id IS NOT NULL ORDER BY id LIMIT @replies)) c
        {Authors}
        ORDER BY t.place, c.parent_id IS NOT NULL, c.id
        """;

    // By the primary key, and a range of ix_comments_thread_id_id. The clocks of two nodes may differ by more than a quick answer takes:
    // what began the thread comes first, whatever its id says.
    private const string ThreadSql =
        $"""
        SELECT {Columns} FROM (
            (SELECT * FROM comments WHERE id = @thread AND arxiv_id = @paper AND parent_id IS NULL AND (state = 'shown' OR reply_count > 0))
            UNION ALL
            (SELECT * FROM comments WHERE thread_id = @thread AND arxiv_id = @paper AND parent_id IS NOT NULL ORDER BY id OFFSET @skip LIMIT @replies)) c
        {Authors}
        ORDER BY c.parent_id IS NOT NULL, c.id
        """;
}

/// <summary>The beginning of a comment, where its paper does not stand above it.</summary>
internal sealed record SaidOfPaper(Guid Id, string PaperTitle, string Body, DateTimeOffset At)
{
    public required IReadOnlyList<string> Mentions { get; init; }
}
