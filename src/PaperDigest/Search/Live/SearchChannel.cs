using Npgsql;

namespace PaperDigest.Search;

/// <summary>
/// The channel on which PostgreSQL tells every node that papers changed (a trigger on the table does, whoever writes) or that an
/// encoder was trained. A node listens on one connection of its own.
/// </summary>
internal sealed class SearchChannel : IAsyncDisposable
{
    /// <summary>Sent by hand; the other words are the trigger's: INSERT, UPDATE, DELETE, TRUNCATE.</summary>
    public const string EncoderTrained = "encoder";

    private const string Name = "paperdigest_search";
    private readonly NpgsqlConnection _connection;
    private readonly HashSet<string> _heard = [];

    private SearchChannel(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Notification += (_, told) => _heard.Add(told.Payload);
    }

    public static async Task<SearchChannel> ListenAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            await using var listen = new NpgsqlCommand($"LISTEN {Name}", connection);
            await listen.ExecuteNonQueryAsync(cancel);
            return new SearchChannel(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until something was told, at most so long, and returns the different words; none when nothing was.</summary>
    public async Task<IReadOnlySet<string>> WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        if (_heard.Count == 0) await _connection.WaitAsync(longest, cancel);
        var heard = _heard.ToHashSet();
        _heard.Clear();
        return heard;
    }

    /// <summary>Tells all nodes.</summary>
    public static async Task TellAsync(NpgsqlDataSource database, string word, CancellationToken cancel)
    {
        await using var tell = database.CreateCommand("SELECT pg_notify($1, $2)");
        tell.Parameters.AddWithValue(Name);
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
