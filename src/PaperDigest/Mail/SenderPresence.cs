using Npgsql;

namespace PaperDigest.Mail;

/// <summary>
/// Shows the other processes that a sender is alive: an advisory lock that its leases name, which PostgreSQL lets go of the
/// moment the process dies. So the mail of a killed sender is taken over at once and not when its leases run out. It is only a
/// sign: whoever is wrongly taken for dead finds its lease gone and sends nothing.
/// </summary>
internal sealed class SenderPresence : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private SenderPresence(NpgsqlConnection connection, Guid token) => (_connection, Token) = (connection, token);

    /// <summary>The token of all leases of this sender.</summary>
    public Guid Token { get; }

    public static async Task<SenderPresence> ShowAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var token = Guid.NewGuid();
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended($1::text, 0))", connection);
            take.Parameters.Add(new() { Value = token });
            await take.ExecuteNonQueryAsync(cancel);
            return new SenderPresence(connection, token);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // A connection goes back to the pool with its locks, which end only when it is used again.
            await using var letGo = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _connection);
            await letGo.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is broken, and the lock went with it.
        }
        await _connection.DisposeAsync();
    }
}
