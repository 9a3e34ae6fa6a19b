using System.Buffers.Binary;
using System.Buffers.Text;
using Npgsql;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>
/// The secret in the address of an account's private feeds, for feed readers that know no sign-in. It is signed and not kept, so
/// that a copy of the database opens none, and can be changed whenever it got about.
/// </summary>
internal sealed class FeedKeys(NpgsqlDataSource database, LinkSigner signer)
{
    private const string Purpose = "feed";
    private const int IdBytes = 16, GenerationBytes = 4, SignatureBytes = 12;

    /// <summary>The secret of the account as it is now.</summary>
    public async Task<string> SecretAsync(Guid account, CancellationToken cancel) => Write(account, await GenerationAsync(account, cancel) ?? 0);

    /// <summary>Makes the secret another one; the old one opens nothing from now on.</summary>
    public async Task ChangeAsync(Guid account, CancellationToken cancel)
    {
        // By primary key.
        await using var command = database.CreateCommand(
            "INSERT INTO feed_keys AS k (account_id, generation) VALUES ($1, 1) ON CONFLICT (account_id) DO UPDATE SET generation = k.generation + 1");
        command.Parameters.Add(new() { Value = account });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The account whose secret it is; null for one that was changed, was made up, or whose account is gone.</summary>
    public async Task<Guid?> AccountOfAsync(string secret, CancellationToken cancel)
    {
        if (Read(secret) is not var (account, generation)) return null;
        return await GenerationAsync(account, cancel) == generation ? account : null;
    }

    private async Task<int?> GenerationAsync(Guid account, CancellationToken cancel)
    {
        // Both by primary key.
        await using var command = database.CreateCommand(
            "SELECT coalesce(k.generation, 0) FROM accounts a LEFT JOIN feed_keys k ON k.account_id = a.id WHERE a.id = $1");
        command.Parameters.Add(new() { Value = account });
        return await command.ExecuteScalarAsync(cancel) as int?;
    }

    private string Write(Guid account, int generation)
    {
        Span<byte> content = stackalloc byte[IdBytes + GenerationBytes];
        account.TryWriteBytes(content);
        BinaryPrimitives.WriteInt32BigEndian(content[IdBytes..], generation);
        return Base64Url.EncodeToString([.. content, .. signer.Sign(Purpose, content, SignatureBytes)]);
    }

    private (Guid Account, int Generation)? Read(string secret)
    {
        const int contentBytes = IdBytes + GenerationBytes;
        if (!Base64Url.IsValid(secret, out var length) || length != contentBytes + SignatureBytes) return null;
        var bytes = Base64Url.DecodeFromChars(secret);
        var content = bytes.AsSpan(0, contentBytes);
        if (!signer.Verifies(Purpose, content, bytes.AsSpan(contentBytes))) return null;
        return (new Guid(content[..IdBytes]), BinaryPrimitives.ReadInt32BigEndian(content[IdBytes..]));
    }
}
