using Npgsql;

namespace PaperDigest.Community;

/// <summary>
/// Takes reports and lets curators answer them: hide a comment with a reason, restore it, or leave it as it is. Each act is logged
/// with who and when by the statement that does it.
/// </summary>
internal sealed class Moderation(NpgsqlDataSource database)
{
    public const int LongestReason = 500;

    /// <summary>Asks the curators to look at a comment; once per person, and not at one's own. The second time changes nothing.</summary>
    public async Task ReportAsync(CommentReport report, CancellationToken cancel)
    {
        // By the primary keys.
        await using var command = database.CreateCommand(
            """
            INSERT INTO comment_reports (comment_id, account_id, reason, reported_at)
            SELECT c.id, a.id, @reason, @now FROM comments c, accounts a
            WHERE c.id = @id AND c.state = 'shown' AND c.account_id IS DISTINCT FROM a.id AND a.id = @account
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.AddWithValue("id", report.CommentId);
        command.Parameters.AddWithValue("account", report.AccountId);
        command.Parameters.AddWithValue("reason", report.Reason);
        command.Parameters.AddWithValue("now", report.ReportedAt);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Does what the curator decided, where it still can be done, and settles the reports of the comment. False when it could not.</summary>
    public async Task<bool> ActAsync(CuratorAct act, CancellationToken cancel)
    {
        // By the primary keys.
        const string sql =
            $"""
            WITH before AS (
                SELECT * FROM comments WHERE id = @id AND CASE @kind WHEN 'restore' THEN state = 'hidden' WHEN 'hide' THEN state = 'shown' ELSE true END FOR UPDATE),
            acted AS (
                UPDATE comments c SET state = CASE @kind WHEN 'hide' THEN 'hidden' ELSE 'shown' END, hidden_reason = CASE @kind WHEN 'hide' THEN @reason END
                FROM before WHERE c.id = before.id AND @kind <> 'dismiss'),
            settled AS (
                UPDATE comment_reports r SET decided_at = @now FROM before WHERE r.comment_id = before.id AND r.decided_at IS NULL),
            logged AS (
                INSERT INTO curator_acts (id, comment_id, account_id, kind, reason, acted_at) SELECT @act, id, @account, @kind, @reason, @now FROM before),
            {CommentNotices.OfAct},
            moved AS (
                SELECT arxiv_id, thread_id, parent_id, CASE @kind WHEN 'hide' THEN -1 ELSE 1 END AS change FROM before WHERE @kind <> 'dismiss'),
            {CommentCounts.Tail}
            SELECT count(*) FROM before
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("id", act.CommentId);
        command.Parameters.AddWithValue("kind", act.Kind.ToString().ToLowerInvariant());
        command.Parameters.AddWithValue("reason", act.Reason);
        command.Parameters.AddWithValue("act", act.Id);
        command.Parameters.AddWithValue("account", act.AccountId!.Value);
        CommentCounts.AddTo(command, act.ActedAt);
        return await command.ExecuteScalarAsync(cancel) is > 0L;
    }

    /// <summary>Comments with reports that wait, the longest waiting first, with why; at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<ReportedComment>> WaitingAsync(int take, CancellationToken cancel)
    {
        // The beginning of ix_comment_reports_reported_at_comment_id; however many report one comment, it is looked at once.
        await using var command = database.CreateCommand(
            """
            WITH waiting AS MATERIALIZED (
                SELECT comment_id, min(reported_at) AS since, count(*)::integer AS reports, (array_agg(reason ORDER BY reported_at))[1:5] AS reasons
                FROM (SELECT * FROM comment_reports WHERE decided_at IS NULL ORDER BY reported_at, comment_id LIMIT 1000) r
                GROUP BY comment_id ORDER BY since, comment_id LIMIT @take)
            SELECT c.id, c.arxiv_id, p.title, a.public_name, left(c.body, 2000), c.state, w.since, w.reports, w.reasons
            FROM waiting w JOIN comments c ON c.id = w.comment_id JOIN papers p ON p.arxiv_id = c.arxiv_id LEFT JOIN accounts a ON a.id = c.account_id
            ORDER BY w.since, c.id
            """);
        command.Parameters.AddWithValue("take", take);
        var reported = new List<ReportedComment>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            reported.Add(new ReportedComment(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetString(4))
            {
                Author = rows.IsDBNull(3) ? null : rows.GetString(3), State = Enum.Parse<CommentState>(rows.GetString(5), ignoreCase: true),
                Since = rows.GetFieldValue<DateTimeOffset>(6), Reports = rows.GetInt32(7), Reasons = rows.GetFieldValue<string[]>(8),
            });
        }
        return reported;
    }

    /// <summary>What curators did, the newest first; at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<LoggedAct>> LogAsync(int take, CancellationToken cancel)
    {
        // The beginning of ix_curator_acts_acted_at.
        await using var command = database.CreateCommand(
            """
            SELECT l.acted_at, coalesce(w.public_name, w.email, 'an account that is gone'), l.kind, l.reason, c.id, c.arxiv_id, a.public_name,
                c.state = 'hidden' AND l.kind = 'hide' AND NOT EXISTS (SELECT FROM curator_acts n WHERE n.comment_id = c.id AND n.acted_at > l.acted_at)
            FROM (SELECT * FROM curator_acts ORDER BY acted_at DESC LIMIT @take) l JOIN comments c ON c.id = l.comment_id
            LEFT JOIN accounts w ON w.id = l.account_id LEFT JOIN accounts a ON a.id = c.account_id
            ORDER BY l.acted_at DESC, l.id
            """);
        command.Parameters.AddWithValue("take", take);
        var log = new List<LoggedAct>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            log.Add(new LoggedAct(rows.GetFieldValue<DateTimeOffset>(0), rows.GetString(1), Enum.Parse<CuratorActKind>(rows.GetString(2), ignoreCase: true), rows.GetString(3))
            {
                Comment = rows.GetGuid(4), ArxivId = rows.GetString(5), Author = rows.IsDBNull(6) ? null : rows.GetString(6), CanRestore = rows.GetBoolean(7),
            });
        }
        return log;
    }
}

/// <summary>A comment that people asked the curators to look at.</summary>
internal sealed record ReportedComment(Guid Id, string ArxivId, string PaperTitle, string Body)
{
    public string? Author { get; init; }
    public CommentState State { get; init; }
    public DateTimeOffset Since { get; init; }
    public int Reports { get; init; }

    /// <summary>The first few.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}

/// <summary>A curator's act as the log shows it.</summary>
internal sealed record LoggedAct(DateTimeOffset At, string By, CuratorActKind Kind, string Reason)
{
    public Guid Comment { get; init; }
    public required string ArxivId { get; init; }
    public string? Author { get; init; }

    /// <summary>Whether it is a hiding that still stands.</summary>
    public bool CanRestore { get; init; }
}
