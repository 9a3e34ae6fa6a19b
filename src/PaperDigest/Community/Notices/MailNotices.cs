using Npgsql;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>
/// Gathers the unread notices of those whose hour has come, in one mail each. Messages, marks and the next hour are stored in one
/// transaction that holds the wishes, so that however many processes do this and whenever one dies, a day is mailed once. Who has
/// nothing new gets nothing.
/// </summary>
internal sealed class MailNotices(NpgsqlDataSource database, NoticeLetters letters)
{
    private const int BatchSize = 100;

    /// <summary>Of more notices than this a mail names the newest and counts the others.</summary>
    private const int MostNamed = 20;

    /// <summary>Says in a sentence what came of it.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var mailed = 0;
        while (await MailBatchAsync(now, cancel) is { } batch) mailed += batch;
        return mailed == 0 ? "No notices to mail." : $"Wrote {mailed} mails with notices.";
    }

    /// <summary>Null when nobody was due whom no other process has in hand.</summary>
    private async Task<int?> MailBatchAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var due = await DueAsync(connection, now, cancel);
        if (due.Count == 0) return null;
        var waiting = (await WaitingAsync(connection, [.. due.Select(d => d.Account)], cancel)).ToLookup(n => n.Account);
        var mails = new List<(DueReader Reader, OutgoingMail Mail)>();
        foreach (var reader in due.Where(d => waiting[d.Account].Any()))
            mails.Add((reader, await letters.WriteAsync(reader, [.. waiting[reader.Account]], now)));
        await Outbox.EnqueueAsync(connection, [.. mails.Select(m => m.Mail)], cancel);
        await StoreAsync(connection, due, mails, now, cancel);
        await transaction.CommitAsync(cancel);
        return mails.Count;
    }

    private static async Task<List<DueReader>> DueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancel)
    {
        // The beginning of ix_notice_wishes_next_mail_at.
        await using var command = new NpgsqlCommand(
            """
            SELECT w.account_id, a.email FROM notice_wishes w JOIN accounts a ON a.id = w.account_id
            WHERE w.next_mail_at <= @now AND a.email IS NOT NULL ORDER BY w.next_mail_at, w.account_id LIMIT @batch FOR UPDATE OF w SKIP LOCKED
            """, connection);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("batch", BatchSize);
        var due = new List<DueReader>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) due.Add(new DueReader(rows.GetGuid(0), rows.GetString(1)));
        return due;
    }

    private static async Task<List<NoticeView>> WaitingAsync(NpgsqlConnection connection, Guid[] accounts, CancellationToken cancel)
    {
        // By ix_notices_account_id_created_at_id, for each account its newest.
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {NoticeView.Columns} FROM unnest(@accounts) AS w (account_id) CROSS JOIN LATERAL (
                SELECT * FROM notices WHERE notices.account_id = w.account_id AND read_at IS NULL AND mailed_at IS NULL
                ORDER BY created_at DESC, id DESC LIMIT @most) n
            {NoticeView.Joins} ORDER BY n.created_at DESC, n.id DESC
            """, connection);
        command.Parameters.AddWithValue("accounts", accounts);
        command.Parameters.AddWithValue("most", MostNamed + 1);
        var waiting = new List<NoticeView>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) waiting.Add(NoticeView.Read(rows));
        return waiting;
    }

    private static async Task StoreAsync(
        NpgsqlConnection connection, List<DueReader> due, List<(DueReader Reader, OutgoingMail Mail)> mails, DateTimeOffset now, CancellationToken cancel)
    {
        // The key of notice_mails refuses a second mail of a day.
        await using var command = new NpgsqlCommand(
            """
            WITH written AS (INSERT INTO notice_mails (day, account_id, mail_id) SELECT @day, m.* FROM unnest(@readers, @mails) AS m RETURNING account_id),
                marked AS (UPDATE notices n SET mailed_at = @now FROM written w WHERE n.account_id = w.account_id AND n.read_at IS NULL AND n.mailed_at IS NULL)
            UPDATE notice_wishes SET next_mail_at = @next WHERE account_id = ANY (@due)
            """, connection);
        command.Parameters.AddWithValue("day", DateOnly.FromDateTime(now.UtcDateTime));
        command.Parameters.AddWithValue("readers", mails.Select(m => m.Reader.Account).ToArray());
        command.Parameters.AddWithValue("mails", mails.Select(m => m.Mail.Id).ToArray());
        command.Parameters.AddWithValue("due", due.Select(d => d.Account).ToArray());
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("next", NoticeWishes.NextAfter(now));
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>Whose mail is due.</summary>
internal sealed record DueReader(Guid Account, string Email);
