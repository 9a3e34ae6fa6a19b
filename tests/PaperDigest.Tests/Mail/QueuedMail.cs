using Npgsql;
using PaperDigest.Mail;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Mail;

/// <summary>Puts messages into the outbox and looks at what became of them.</summary>
internal static class QueuedMail
{
    public static OutgoingMail Digest(Guid id, string to = "reader@example.org") => new()
    {
        Id = id, Kind = MailKind.Digest, FromAddress = "digest@example.org", ToAddress = to, Subject = "Papers", MessageId = $"<{id}@example.org>",
        Content = System.Text.Encoding.ASCII.GetBytes($"Message-ID: <{id}@example.org>\r\nSubject: Papers\r\n\r\nHello\r\n"),
        CreatedAt = TestClock.Noon, NotBefore = TestClock.Noon, NotAfter = TestClock.Noon.AddDays(1),
    };

    public static async Task<Guid[]> StoreAsync(TestDatabase database, params OutgoingMail[] mails)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await Outbox.EnqueueAsync(connection, mails, default);
        return [.. mails.Select(m => m.Id)];
    }

    /// <summary>A digest in the given state, as a crash may have left it.</summary>
    public static async Task StoreAsync(TestDatabase database, Guid id, string state)
    {
        await StoreAsync(database, Digest(id));
        await using var update = database.Source.CreateCommand(
            """
            UPDATE outgoing_mail SET state = $2, lease_token = gen_random_uuid(), lease_until = now() + interval '1 hour'
            WHERE id = $1
            """);
        update.Parameters.Add(new NpgsqlParameter { Value = id });
        update.Parameters.Add(new NpgsqlParameter { Value = state });
        await update.ExecuteNonQueryAsync();
    }

    public static Task<string> StateAsync(TestDatabase database, Guid id) =>
        database.ScalarAsync<string>($"SELECT state FROM outgoing_mail WHERE id = '{id}'");
}
