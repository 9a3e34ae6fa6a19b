using System.Buffers.Text;
using Npgsql;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>Who wants unread notices mailed, once a day; nobody does until they say so. The link in each mail ends it without signing in.</summary>
internal sealed class NoticeWishes(NpgsqlDataSource database, LinkSigner signer)
{
    private const string Purpose = "notices-off";
    private const int IdBytes = 16, SignatureBytes = 12;

    /// <summary>The hour, in UTC, at which a day's notices are gathered.</summary>
    private const int Hour = 7;

    /// <summary>The first gathering after an instant.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date.AddHours(Hour), TimeSpan.Zero);
        return today > now ? today : today.AddDays(1);
    }

    public async Task<bool> WantsAsync(Guid account, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT 1 FROM notice_wishes WHERE account_id = @account");
        command.Parameters.AddWithValue("account", account);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>Turns the mail on or off. Turning on what is on does not bring it sooner.</summary>
    public async Task SetAsync(Guid account, bool wants, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(wants
            ? "INSERT INTO notice_wishes (account_id, next_mail_at) SELECT id, @next FROM accounts WHERE id = @account ON CONFLICT DO NOTHING"
            : "DELETE FROM notice_wishes WHERE account_id = @account");
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("next", NextAfter(now));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The path that ends an account's mails.</summary>
    public string PathOff(Guid account)
    {
        var content = account.ToByteArray();
        return $"{NoticeBox.Page}/off/{Base64Url.EncodeToString([.. content, .. signer.Sign(Purpose, content, SignatureBytes)])}";
    }

    /// <summary>Whose mails a token ends; null when it is none of ours.</summary>
    public Guid? Read(string? token)
    {
        if (token is null || !Base64Url.IsValid(token, out var length) || length != IdBytes + SignatureBytes) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        return signer.Verifies(Purpose, bytes.AsSpan(0, IdBytes), bytes.AsSpan(IdBytes)) ? new Guid(bytes.AsSpan(0, IdBytes)) : null;
    }
}
