using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>
/// A person's comments: all of them are in the export; when the account goes, every text of theirs goes with it, and a place stays
/// only where others answered.
/// </summary>
internal sealed class PersonalComments(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "comments";

    public async Task<object> ExportAsync(Person person, CancellationToken cancel)
    {
        // By ix_comments_account_id_created_at; a person writes a hundred a day at most, and the export is asked for rarely.
        const string sql =
            """
            SELECT c.id, c.arxiv_id, c.body, c.created_at, c.version, c.state,
                ARRAY(SELECT v.body FROM comment_versions v WHERE v.comment_id = c.id ORDER BY v.version)
            FROM comments c WHERE c.account_id = @account AND c.state <> 'deleted' ORDER BY c.created_at, c.id
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("account", person.Id);
        var comments = new List<ExportedComment>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            comments.Add(new ExportedComment(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3))
            {
                Version = rows.GetInt32(4), State = rows.GetString(5), EarlierVersions = rows.GetFieldValue<string[]>(6),
            });
        }
        return comments;
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var sql in (string[])[Uncount, Forget, TakeReactionsBack])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            command.Parameters.AddWithValue("account", person.Id);
            command.Parameters.AddWithValue("kinds", Reactions.All.Select(r => Reactions.Word(r.Kind)).ToArray());
            CommentCounts.AddTo(command, now);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    // By ix_comments_account_id_created_at. Before the texts go, in a statement of its own: one changes a row once, and the comment
    // that began a thread can be theirs like its answers.
    private const string Uncount =
        $"""
        WITH moved AS (SELECT arxiv_id, thread_id, parent_id, -1 AS change FROM comments WHERE account_id = @account AND state = 'shown'),
        {CommentCounts.Tail}
        SELECT 1
        """;

    // By ix_comments_account_id_created_at and the primary keys.
    private const string Forget =
        """
        WITH own AS (UPDATE comments SET state = 'deleted', body = '', mentions = '{}', hidden_reason = NULL WHERE account_id = @account RETURNING id),
            settled AS (UPDATE comment_reports r SET decided_at = @now FROM own WHERE r.comment_id = own.id AND r.decided_at IS NULL)
        DELETE FROM comment_versions v USING own WHERE v.comment_id = own.id
        """;

    // By ix_comment_reactions_account_id.
    private const string TakeReactionsBack =
        """
        WITH gone AS (DELETE FROM comment_reactions WHERE account_id = @account RETURNING comment_id, kind)
        UPDATE comments c SET reaction_count = c.reaction_count - g.number,
            reaction_counts = ARRAY(SELECT u.number - CASE WHEN (@kinds)[u.place] = ANY (g.kinds) THEN 1 ELSE 0 END
                                    FROM unnest(c.reaction_counts) WITH ORDINALITY AS u (number, place) ORDER BY u.place)
        FROM (SELECT comment_id, count(*)::integer AS number, array_agg(kind) AS kinds FROM gone GROUP BY comment_id) g
        WHERE c.id = g.comment_id
        """;
}

/// <summary>A comment as its author gets it out.</summary>
internal sealed record ExportedComment(Guid Id, string ArxivId, string Body, DateTimeOffset CreatedAt)
{
    public int Version { get; init; }
    public required string State { get; init; }
    public required IReadOnlyList<string> EarlierVersions { get; init; }
}
