using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Community;

/// <summary>
/// Posts, edits and deletes comments. A comment and the numbers of them on its thread and its paper are written by one statement
/// each time, so that they can't disagree; a form that is sent twice posts once.
/// </summary>
internal sealed class Discussion(NpgsqlDataSource database)
{
    /// <summary>What one account may post in ten minutes, and in a day: more than anybody who thinks about it.</summary>
    public const int MostInTenMinutes = 10, MostInADay = 100;

    /// <summary>Versions that a comment can have; the last stays.</summary>
    public const int MostVersions = 50;

    public async Task<PostResult> PostAsync(CommentDraft draft, DateTimeOffset now, CancellationToken cancel)
    {
        var key = draft.PostKey;
        await using var connection = await database.OpenConnectionAsync(cancel);
        if (await FindAsync(connection, draft.Author, key, cancel) is { } before) return new PostResult(PostOutcome.Posted, before);
        var standing = await StandingAsync(connection, draft.Author, now, cancel);
        if (standing != PostOutcome.Posted) return new PostResult(standing);
        await InsertAsync(connection, draft, key, now, cancel);
        return await FindAsync(connection, draft.Author, key, cancel) is { } posted
            ? new PostResult(PostOutcome.Posted, posted)
            : new PostResult(PostOutcome.NothingToAnswer);
    }

    /// <summary>Keeps the version before; the same text again changes nothing.</summary>
    public async Task<EditOutcome> EditAsync(CommentEdit edit, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys.
        const string sql =
            """
            WITH own AS (
                SELECT * FROM comments WHERE id = @id AND account_id = @author AND state = 'shown' FOR UPDATE),
            kept AS (
                INSERT INTO comment_versions (comment_id, version, body, written_at)
                SELECT id, version, body, coalesce(edited_at, created_at) FROM own WHERE body <> @body AND version < @most
                RETURNING comment_id),
            edited AS (
                UPDATE comments c SET body = @body, version = c.version + 1, edited_at = @now,
                    mentions = ARRAY(SELECT public_name_key FROM accounts WHERE public_name_key = ANY (@mentions))
                FROM kept WHERE c.id = kept.comment_id RETURNING c.id)
            SELECT CASE WHEN EXISTS (SELECT FROM edited) OR own.body = @body THEN 'edited' ELSE 'final' END FROM own
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("id", edit.Comment);
        command.Parameters.AddWithValue("author", edit.Author);
        command.Parameters.AddWithValue("body", edit.Body);
        command.Parameters.AddWithValue("mentions", CommentMarkdown.MentionsIn(edit.Body));
        command.Parameters.AddWithValue("most", MostVersions);
        command.Parameters.AddWithValue("now", now);
        return await command.ExecuteScalarAsync(cancel) switch { "edited" => EditOutcome.Edited, "final" => EditOutcome.Final, _ => EditOutcome.NotTheirs };
    }

    /// <summary>Takes a comment of one's own back with every version of its text. Null when there is no such comment of theirs.</summary>
    public async Task<PostedComment?> DeleteAsync(Guid comment, Guid author, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys. A comment that a curator hid is counted nowhere any more.
        const string sql =
            $$"""
            WITH own AS (
                SELECT * FROM comments WHERE id = @id AND account_id = @author AND state <> 'deleted' FOR UPDATE),
            deleted AS (
                UPDATE comments c SET state = 'deleted', body = '', mentions = '{}', hidden_reason = NULL FROM own WHERE c.id = own.id),
            forgotten AS (
                DELETE FROM comment_versions v USING own WHERE v.comment_id = own.id),
            settled AS (
                UPDATE comment_reports r SET decided_at = @now FROM own WHERE r.comment_id = own.id AND r.decided_at IS NULL),
            moved AS (
                SELECT arxiv_id, thread_id, parent_id, -1 AS change FROM own WHERE state = 'shown'),
            {{CommentCounts.Tail}}
            SELECT id, arxiv_id, thread_id, 0 FROM own
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("id", comment);
        command.Parameters.AddWithValue("author", author);
        CommentCounts.AddTo(command, now);
        return await ReadAsync(command, cancel);
    }

    /// <summary>Where a comment stands; null when there is none.</summary>
    public async Task<PostedComment?> FindAsync(Guid comment, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"{Place} WHERE c.id = @id");
        command.Parameters.AddWithValue("id", comment);
        return await ReadAsync(command, cancel);
    }

    /// <summary>By the primary key or ix_comments_account_id_post_key, and a part of ix_comments_thread_id_id.</summary>
    private const string Place =
        """
        SELECT c.id, c.arxiv_id, c.thread_id,
            (SELECT count(*)::integer FROM comments b WHERE b.thread_id = c.thread_id AND b.id < c.id AND b.parent_id IS NOT NULL)
        FROM comments c
        """;

    private static async Task<PostedComment?> FindAsync(NpgsqlConnection connection, Guid author, Guid key, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"{Place} WHERE c.account_id = @author AND c.post_key = @key", connection);
        command.Parameters.AddWithValue("author", author);
        command.Parameters.AddWithValue("key", key);
        return await ReadAsync(command, cancel);
    }

    /// <summary>Posted when the account may post.</summary>
    private static async Task<PostOutcome> StandingAsync(NpgsqlConnection connection, Guid author, DateTimeOffset now, CancellationToken cancel)
    {
        // A day of ix_comments_account_id_created_at.
        const string sql =
            """
            SELECT a.public_name IS NOT NULL, c.lately < @lately AND c.today < @today
            FROM accounts a CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE created_at > @now - interval '10 minutes') AS lately, count(*) AS today
                FROM comments WHERE account_id = a.id AND created_at > @now - interval '1 day') c
            WHERE a.id = @author
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("author", author);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("lately", MostInTenMinutes);
        command.Parameters.AddWithValue("today", MostInADay);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel) || !row.GetBoolean(0)) return PostOutcome.NoName;
        return row.GetBoolean(1) ? PostOutcome.Posted : PostOutcome.TooOften;
    }

    private static async Task InsertAsync(NpgsqlConnection connection, CommentDraft draft, Guid key, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys, and ix_accounts_public_name_key.
        const string sql =
            $$"""
            WITH answered AS (
                SELECT id, thread_id FROM comments WHERE id = @parent AND arxiv_id = @paper AND state = 'shown'),
            posted AS (
                INSERT INTO comments (id, arxiv_id, account_id, thread_id, parent_id, body, mentions, state, version, created_at,
                    reply_count, reaction_count, reaction_counts, post_key)
                SELECT @id, p.arxiv_id, @author, coalesce(r.thread_id, @id), r.id, @body,
                    ARRAY(SELECT public_name_key FROM accounts WHERE public_name_key = ANY (@mentions)), 'shown', 1, @now,
                    0, 0, array_fill(0, ARRAY[@kinds]), @key
                FROM papers p LEFT JOIN answered r ON true
                WHERE p.arxiv_id = @paper AND (@parent IS NULL OR r.id IS NOT NULL)
                ON CONFLICT (account_id, post_key) DO NOTHING
                RETURNING arxiv_id, thread_id, parent_id),
            {{CommentNotices.OfPosted}},
            moved AS (
                SELECT arxiv_id, thread_id, parent_id, 1 AS change FROM posted),
            {{CommentCounts.Tail}}
            SELECT count(*) FROM posted
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("id", Guid.CreateVersion7(now));
        command.Parameters.AddWithValue("paper", draft.ArxivId);
        command.Parameters.Add(new("parent", NpgsqlDbType.Uuid) { Value = draft.Parent ?? (object)DBNull.Value });
        command.Parameters.AddWithValue("author", draft.Author);
        command.Parameters.AddWithValue("body", draft.Body);
        command.Parameters.AddWithValue("mentions", CommentMarkdown.MentionsIn(draft.Body));
        command.Parameters.AddWithValue("kinds", Enum.GetValues<ReactionKind>().Length);
        command.Parameters.AddWithValue("key", key);
        CommentCounts.AddTo(command, now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<PostedComment?> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new PostedComment(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetInt32(3)) : null;
    }
}
