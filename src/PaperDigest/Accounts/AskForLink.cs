using Microsoft.Extensions.Options;
using Npgsql;
using PaperDigest.Mail;

namespace PaperDigest.Accounts;

/// <summary>
/// Mails a sign-in link to who asks for one. What the caller can see, and how long it takes, does not depend on whether the address
/// has an account: the same is looked up and a mail is written in each case. Link and mail are stored in one transaction.
/// </summary>
internal sealed class AskForLink(NpgsqlDataSource database, SignInMails mails, IOptions<AccountsOptions> options)
{
    /// <summary>The most mails in an hour to one address, whoever asks for them.</summary>
    public const int MailsAnHour = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <param name="address">As mail is sent to it.</param>
    /// <param name="back">The page to go to once signed in; a path of this site, or null for none.</param>
    /// <param name="now">The instant of asking.</param>
    /// <returns>False when all addresses together were mailed too often; nothing is mailed then.</returns>
    public async Task<bool> AskAsync(string address, string? back, DateTimeOffset now, CancellationToken cancel)
    {
        var key = address.ToLowerInvariant();
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var standing = await HoldAsync(connection, key, now - Window, cancel);
        if (standing.Everybody >= options.Value.MailsAnHour) return false;
        if (standing.ToAddress >= MailsAnHour) return true;

        var token = SignInLinks.NewToken();
        var welcome = standing.HasAccount || options.Value.Open;
        var query = back is null ? "" : $"?return={Uri.EscapeDataString(back)}";
        var mail = welcome ? await mails.LinkAsync(address, $"/signin/{token}{query}", now) : await mails.ClosedAsync(address, now);
        // What nobody was sent must not open anything; it is kept to count the mails.
        await StoreAsync(connection, new SignInLink
        {
            TokenHash = SignInLinks.Hash(token), Email = address, EmailKey = key, AskedAt = now, ExpiresAt = welcome ? now + SignInMails.LinkLife : now,
        }, cancel);
        await Outbox.EnqueueAsync(connection, [mail], cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>How often was mailed since <paramref name="since"/>; of two that ask for one address at once, the second waits for the first.</summary>
    private async Task<Standing> HoldAsync(NpgsqlConnection connection, string key, DateTimeOffset since, CancellationToken cancel)
    {
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('paperdigest.signin'), hashtext($1))", connection);
        hold.Parameters.Add(new() { Value = key });
        await hold.ExecuteNonQueryAsync(cancel);
        // By ix_sign_in_links_asked_at, ix_sign_in_links_email_key_asked_at, and EmailIndex; none reads more than its limit.
        const string sql =
            """
            SELECT (SELECT count(*) FROM (SELECT FROM sign_in_links WHERE asked_at > $2 LIMIT $3) e)::int,
                (SELECT count(*) FROM (SELECT FROM sign_in_links WHERE email_key = $1 AND asked_at > $2 LIMIT $4) a)::int,
                EXISTS (SELECT FROM accounts WHERE normalized_email = $5)
            """;
        await using var query = new NpgsqlCommand(sql, connection);
        query.Parameters.Add(new() { Value = key });
        query.Parameters.Add(new() { Value = since.UtcDateTime });
        query.Parameters.Add(new() { Value = options.Value.MailsAnHour });
        query.Parameters.Add(new() { Value = MailsAnHour });
        query.Parameters.Add(new() { Value = key.ToUpperInvariant() });
        await using var reader = await query.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        return new Standing(reader.GetInt32(0), reader.GetInt32(1), reader.GetBoolean(2));
    }

    private static async Task StoreAsync(NpgsqlConnection connection, SignInLink link, CancellationToken cancel)
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO sign_in_links (token_hash, email, email_key, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5)", connection);
        insert.Parameters.Add(new() { Value = link.TokenHash });
        insert.Parameters.Add(new() { Value = link.Email });
        insert.Parameters.Add(new() { Value = link.EmailKey });
        insert.Parameters.Add(new() { Value = link.AskedAt!.Value.UtcDateTime });
        insert.Parameters.Add(new() { Value = link.ExpiresAt.UtcDateTime });
        await insert.ExecuteNonQueryAsync(cancel);
    }

    /// <param name="Everybody">Mails to all addresses.</param>
    /// <param name="ToAddress">Mails to this one.</param>
    /// <param name="HasAccount">Whether it has an account.</param>
    private sealed record Standing(int Everybody, int ToAddress, bool HasAccount);
}
