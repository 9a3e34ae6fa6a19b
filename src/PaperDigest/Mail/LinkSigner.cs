using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PaperDigest.Mail;

/// <summary>
/// Signs what travels in mails and comes back, with a random key that all processes of the installation share. A signature made
/// for one purpose is worth nothing for another.
/// </summary>
internal sealed class LinkSigner(NpgsqlDataSource database)
{
    private const string KeyName = "link-signing";
    private const int KeyBytes = 32;

    // PublicationOnly: a database that was away at the first use must not spoil every later one.
    private readonly Lazy<byte[]> _key = new(() => ReadKey(database), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The first <paramref name="length"/> bytes of HMAC-SHA256 over purpose and content.</summary>
    public byte[] Sign(string purpose, ReadOnlySpan<byte> content, int length) =>
        HMACSHA256.HashData(_key.Value, (byte[])[.. Encoding.ASCII.GetBytes(purpose), 0, .. content])[..length];

    /// <summary>
    /// Whether <paramref name="signature"/> was made here for this purpose and content; takes the same time for every wrong one.
    /// </summary>
    public bool Verifies(string purpose, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        CryptographicOperations.FixedTimeEquals(Sign(purpose, content, signature.Length), signature);

    private static byte[] ReadKey(NpgsqlDataSource database)
    {
        // Of two processes that make the key at once, one finds the other's.
        using var insert = database.CreateCommand("INSERT INTO instance_keys (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        insert.Parameters.Add(new() { Value = KeyName });
        insert.Parameters.Add(new() { Value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)) });
        insert.ExecuteNonQuery();
        using var query = database.CreateCommand("SELECT value FROM instance_keys WHERE name = $1");
        query.Parameters.Add(new() { Value = KeyName });
        return Convert.FromBase64String((string)query.ExecuteScalar()!);
    }
}
