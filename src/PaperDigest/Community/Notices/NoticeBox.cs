using Npgsql;
using NpgsqlTypes;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>Tells people what concerns them, and shows it to them.</summary>
internal sealed class NoticeBox(NpgsqlDataSource database)
{
    public const string Page = "/notifications";

    /// <summary>A number further up says no more.</summary>
    public const int MostCounted = 99;

    /// <summary>Leaves a notice on an open connection, within its transaction: what was decided and the word of it are stored together.</summary>
    public static async Task TellAsync(NpgsqlConnection connection, Notice notice, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            INSERT INTO notices (id, account_id, kind, arxiv_id, comment_id, actor_id, words, created_at)
            VALUES (@id, @account, @kind, @paper, @comment, @actor, @words, @now)
            """, connection);
        command.Parameters.AddWithValue("id", notice.Id);
        command.Parameters.AddWithValue("account", notice.AccountId);
        command.Parameters.AddWithValue("kind", Outbox.Word(notice.Kind));
        command.Parameters.Add(Nullable("paper", NpgsqlDbType.Text, notice.ArxivId));
        command.Parameters.Add(Nullable("comment", NpgsqlDbType.Uuid, notice.CommentId));
        command.Parameters.Add(Nullable("actor", NpgsqlDbType.Uuid, notice.ActorId));
        command.Parameters.Add(Nullable("words", NpgsqlDbType.Text, notice.Words));
        command.Parameters.AddWithValue("now", notice.CreatedAt);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>How many notices the person has not read; <see cref="MostCounted"/> for more.</summary>
    public async Task<int> UnreadAsync(Guid account, CancellationToken cancel)
    {
        // By ix_notices_unread.
        await using var command = database.CreateCommand("SELECT count(*)::integer FROM (SELECT FROM notices WHERE account_id = @account AND read_at IS NULL LIMIT @most) n");
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("most", MostCounted);
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The person's notices from before <paramref name="before"/>, the newest first; at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<NoticeView>> ListAsync(Guid account, DateTimeOffset before, int take, CancellationToken cancel)
    {
        // A range of ix_notices_account_id_created_at_id.
        await using var command = database.CreateCommand(
            $"SELECT {NoticeView.Columns} FROM notices n {NoticeView.Joins} WHERE n.account_id = @account AND n.created_at < @before ORDER BY n.created_at DESC, n.id DESC LIMIT @take");
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("before", before);
        command.Parameters.AddWithValue("take", take);
        var notices = new List<NoticeView>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) notices.Add(NoticeView.Read(rows));
        return notices;
    }

    /// <summary>Marks one notice of the person as read and returns it; null when it is not theirs.</summary>
    public async Task<NoticeView?> OpenAsync(Guid account, Guid notice, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand(
            $"""
            WITH n AS (UPDATE notices SET read_at = coalesce(read_at, @now) WHERE id = @id AND account_id = @account RETURNING *)
            SELECT {NoticeView.Columns} FROM n {NoticeView.Joins}
            """);
        command.Parameters.AddWithValue("id", notice);
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("now", now);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? NoticeView.Read(row) : null;
    }

    /// <summary>Marks all notices of the person as read.</summary>
    public async Task ReadAllAsync(Guid account, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("UPDATE notices SET read_at = @now WHERE account_id = @account AND read_at IS NULL");
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlParameter Nullable(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };
}
