using System.Data;
using Npgsql;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// A source's lock, held by a connection from the beginning of a turn to its end, and the source's row in <c>source_turns</c>, which
/// only the holder writes. All instants are of the database's clock: those of several machines may differ by more than the interval.
/// </summary>
internal sealed class SourceLock(NpgsqlConnection connection, string source, TimeSpan interval)
{
    // No turn is further away than one interval, whatever was stored when the setting was longer.
    private const string Read =
        """
        SELECT least(extract(epoch FROM next_at - clock_timestamp())::double precision, @interval),
            extract(epoch FROM blocked_until - clock_timestamp())::double precision, blocked_until, blocked_because, refusals
        FROM source_turns WHERE source = @source
        """;

    private const string StoreNext =
        """
        INSERT INTO source_turns (source, next_at) VALUES (@source, clock_timestamp() + @interval * interval '1 second')
        ON CONFLICT (source) DO UPDATE SET next_at = excluded.next_at
        """;

    private const string Block =
        """
        UPDATE source_turns SET blocked_until = clock_timestamp() + @rest * interval '1 second', blocked_because = @because, refusals = refusals + 1
        WHERE source = @source RETURNING blocked_until
        """;

    private const string Forgive = "UPDATE source_turns SET blocked_until = NULL, blocked_because = NULL, refusals = 0 WHERE source = @source";

    public TimeSpan Interval => interval;

    /// <summary>Waits until nobody else on the database holds the source's lock.</summary>
    public static async Task<SourceLock> TakeAsync(NpgsqlDataSource database, string source, TimeSpan interval, CancellationToken cancel)
    {
        var taken = new SourceLock(await database.OpenConnectionAsync(cancel), source, interval);
        try
        {
            await taken.ExecuteAsync("SELECT pg_advisory_lock(hashtext('paperdigest.source.' || @source))", cancel);
            return taken;
        }
        catch
        {
            await taken.LeaveAsync();
            throw;
        }
    }

    public async Task<SourceStanding> ReadAsync(CancellationToken cancel)
    {
        await using var command = Command(Read);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return new SourceStanding(TimeSpan.Zero, null, 0);
        var wait = TimeSpan.FromSeconds(row.GetDouble(0));
        if (row.IsDBNull(1) || row.GetDouble(1) <= 0) return new SourceStanding(wait, null, row.GetInt32(4));
        var rest = TimeSpan.FromSeconds(row.GetDouble(1));
        var block = new SourceBlock(await row.GetFieldValueAsync<DateTimeOffset>(2, cancel), rest, row.GetString(3));
        return new SourceStanding(wait > rest ? wait : rest, block, row.GetInt32(4));
    }

    public Task StoreNextAsync(CancellationToken cancel) => ExecuteAsync(StoreNext, cancel);

    /// <summary>Lets the source rest, and counts; returns until when.</summary>
    public async Task<DateTimeOffset> BlockAsync(string because, TimeSpan rest)
    {
        await using var command = Command(Block);
        command.Parameters.AddWithValue("because", because);
        command.Parameters.AddWithValue("rest", rest.TotalSeconds);
        return new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(CancellationToken.None))!);
    }

    public Task ForgiveAsync() => ExecuteAsync(Forgive, CancellationToken.None);

    /// <summary>Lets go of the lock.</summary>
    public async ValueTask LeaveAsync()
    {
        // The lock would stay with the connection in its pool. On a broken connection it is gone already.
        try
        {
            if (connection.State == ConnectionState.Open) await ExecuteAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql)
    {
        // No time limit: another process may be in the middle of a request that takes minutes.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("source", source);
        command.Parameters.AddWithValue("interval", interval.TotalSeconds);
        return command;
    }
}
