using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>Makes and redeems one-time sign-in links. Redeeming is one statement: of two that use a link at once, one gets in.</summary>
internal sealed class SignInLinks(NpgsqlDataSource database)
{
    private const int TokenBytes = 24;

    /// <summary>A new token for <paramref name="accountId"/>, good once and until <paramref name="expiresAt"/>; it is not kept, only its hash.</summary>
    public async Task<string> CreateAsync(Guid accountId, DateTimeOffset expiresAt, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        await using var insert = database.CreateCommand("INSERT INTO sign_in_links (token_hash, account_id, expires_at) VALUES ($1, $2, $3)");
        insert.Parameters.Add(new() { Value = Hash(token) });
        insert.Parameters.Add(new() { Value = accountId });
        insert.Parameters.Add(new() { Value = expiresAt.UtcDateTime });
        await insert.ExecuteNonQueryAsync(cancel);
        return token;
    }

    /// <summary>Whether the token would open an account at <paramref name="now"/>; uses nothing up.</summary>
    public async Task<bool> IsGoodAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        // By primary key.
        await using var query = database.CreateCommand("SELECT 1 FROM sign_in_links WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2");
        query.Parameters.Add(new() { Value = Hash(token) });
        query.Parameters.Add(new() { Value = now.UtcDateTime });
        return await query.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>Uses the token up and returns whose it was; null when it was used, has expired or never was.</summary>
    public async Task<Guid?> RedeemAsync(string token, DateTimeOffset now, CancellationToken cancel)
    {
        await using var update = database.CreateCommand(
            "UPDATE sign_in_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING account_id");
        update.Parameters.Add(new() { Value = Hash(token) });
        update.Parameters.Add(new() { Value = now.UtcDateTime });
        return (Guid?)await update.ExecuteScalarAsync(cancel);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
