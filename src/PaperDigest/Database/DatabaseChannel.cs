using Npgsql;

namespace PaperDigest.Database;

/// <summary>
/// A channel on which PostgreSQL tells every node, as soon as it is committed, what changed. A node listens on one connection of
/// its own.
/// </summary>
internal sealed class DatabaseChannel : IAsyncDisposable
{
    // A connection that died in silence hears nothing, and is found out only by asking.
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(10);

    private readonly NpgsqlConnection _connection;
    private readonly HashSet<string> _heard = [];

    private DatabaseChannel(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Notification += (_, told) => _heard.Add(told.Payload);
    }

    public static async Task<DatabaseChannel> ListenAsync(NpgsqlDataSource database, string name, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            await using var listen = new NpgsqlCommand($"LISTEN {name}", connection);
            await listen.ExecuteNonQueryAsync(cancel);
            return new DatabaseChannel(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until something was told, at most so long, and returns the different words; none when nothing was.</summary>
    /// <exception cref="NpgsqlException">When the connection is lost, and with it what was told meanwhile.</exception>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        for (var left = longest; _heard.Count == 0 && left > TimeSpan.Zero; left -= BetweenQuestions)
        {
            if (await _connection.WaitAsync(left < BetweenQuestions ? left : BetweenQuestions, cancel)) continue;
            await using var question = new NpgsqlCommand("SELECT 1", _connection);
            await question.ExecuteNonQueryAsync(cancel);
        }
        var heard = _heard.ToHashSet();
        _heard.Clear();
        return heard;
    }

    /// <summary>Tells all nodes.</summary>
    public static async Task TellAsync(NpgsqlDataSource database, string name, string word, CancellationToken cancel)
    {
        await using var tell = database.CreateCommand("SELECT pg_notify($1, $2)");
        tell.Parameters.AddWithValue(name);
        tell.Parameters.AddWithValue(word);
        await tell.ExecuteNonQueryAsync(cancel);
    }

    // Back in the pool it would go on listening.
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(_connection);
        await _connection.DisposeAsync();
    }
}
