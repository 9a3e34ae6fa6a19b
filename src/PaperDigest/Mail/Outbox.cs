using System.Text.Json;
using Npgsql;

namespace PaperDigest.Mail;

/// <summary>
/// Where the other slices leave and withdraw their mail, in a transaction of theirs: what was decided and the message that says
/// so are stored together or not at all.
/// </summary>
internal static class Outbox
{
    /// <summary>Queues messages on an open connection, within its transaction.</summary>
    public static async Task EnqueueAsync(NpgsqlConnection connection, IReadOnlyList<OutgoingMail> mails, CancellationToken cancel)
    {
        if (mails.Count == 0) return;
        const string sql =
            """
            INSERT INTO outgoing_mail (
                id, kind, from_address, to_address, subject, message_id, content, created_at, not_before, not_after, state, attempts)
            SELECT m.*, 'queued', 0 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS m
            """;
        await using var insert = new NpgsqlCommand(sql, connection);
        insert.Parameters.Add(Column(mails, m => m.Id));
        insert.Parameters.Add(Column(mails, m => Word(m.Kind)));
        insert.Parameters.Add(Column(mails, m => m.FromAddress));
        insert.Parameters.Add(Column(mails, m => m.ToAddress));
        insert.Parameters.Add(Column(mails, m => m.Subject));
        insert.Parameters.Add(Column(mails, m => m.MessageId));
        insert.Parameters.Add(Column(mails, m => m.Content));
        insert.Parameters.Add(Column(mails, m => m.CreatedAt.UtcDateTime));
        insert.Parameters.Add(Column(mails, m => m.NotBefore.UtcDateTime));
        insert.Parameters.Add(Column(mails, m => m.NotAfter.UtcDateTime));
        await insert.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Withdraws those of the messages that have not begun to go out, leased ones too: a worker asks once more before the body.
    /// Returns how many.
    /// </summary>
    public static async Task<int> WithdrawAsync(NpgsqlConnection connection, Guid[] ids, Withdrawal withdrawal, CancellationToken cancel)
    {
        // By primary key.
        const string sql =
            """
            UPDATE outgoing_mail SET state = 'suppressed', reply = $2, done_at = $3, lease_token = NULL, lease_until = NULL
            WHERE id = ANY($1) AND state IN ('queued', 'leased')
            """;
        await using var update = new NpgsqlCommand(sql, connection);
        update.Parameters.Add(new() { Value = ids });
        update.Parameters.Add(new() { Value = withdrawal.Reason });
        update.Parameters.Add(new() { Value = withdrawal.At.UtcDateTime });
        return await update.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>An enum as the database keeps it.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static NpgsqlParameter<T[]> Column<T>(IReadOnlyList<OutgoingMail> mails, Func<OutgoingMail, T> value) =>
        new() { TypedValue = [.. mails.Select(value)] };
}

/// <summary>Why and when messages were withdrawn.</summary>
internal sealed record Withdrawal(string Reason, DateTimeOffset At);
