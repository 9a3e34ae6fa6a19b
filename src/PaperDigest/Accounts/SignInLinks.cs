using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>Makes and redeems one-time sign-in links. Redeeming is one statement: of two that use a link at once, one gets in.</summary>
internal sealed class SignInLinks(NpgsqlDataSource database)
{
    private const int TokenBytes = 24;

    /// <summary>A new token, of which only the hash is to be kept.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A new token for <paramref name="accountId"/>, good once and until <paramref name="expiresAt"/>; it is not kept, only its hash.</summary>
    public async Task<string> CreateAsync(Guid accountId, DateTimeOffset expiresAt, CancellationToken cancel)
    {
        var token = NewToken();
        await using var insert = database.CreateCommand("INSERT INTO sign_in_links (token_hash, account_id, expires_at) VALUES ($1, $2, $3)");
        insert.Parameters.Add(new() { Value = Hash(token) });
        insert.Parameters.Add(new() { Value = accountId });
        insert.Parameters.Add(new() { Value = expiresAt.UtcDateTime });
        await insert.ExecuteNonQueryAsync(cancel);
        return token;
    }

    /// <summary>Whom the token would sign in at <paramref name="now"/>; null when it would nobody. Uses nothing up.</summary>
    public Task<LinkOwner?> FindAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        // By primary keys.
        const string sql =
            """
            SELECT l.account_id, coalesce(a.email, l.email) FROM sign_in_links l LEFT JOIN accounts a ON a.id = l.account_id
            WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2
            """;
        return ReadAsync(sql, token, now, cancel);
    }

    /// <summary>Uses the token up and returns whose it was; null when it was used, has expired or never was.</summary>
    public Task<LinkOwner?> RedeemAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        // By primary keys.
        const string sql =
            """
            WITH used AS (
                UPDATE sign_in_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING account_id, email)
            SELECT u.account_id, coalesce(a.email, u.email) FROM used u LEFT JOIN accounts a ON a.id = u.account_id
            """;
        return ReadAsync(sql, token, now, cancel);
    }

    private async Task<LinkOwner?> ReadAsync(string sql, string token, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = Hash(token) });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        return new LinkOwner(await reader.IsDBNullAsync(0, cancel) ? null : reader.GetGuid(0), reader.GetString(1));
    }
}
