using System.Data;
using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// Lets one request at a time go to a source, over all processes on the database, and keeps the interval between them. A lock held
/// for the length of the request does the first, an instant in <c>source_turns</c> the second: it outlives a crash, so that a
/// program that restarts again and again still asks no faster.
/// </summary>
internal sealed class SourceGate(NpgsqlDataSource database)
{
    /// <summary>The one source whose requests arXiv counts together: feeds, OAI-PMH and query interface.</summary>
    public const string Arxiv = "arxiv";

    // The database's clock: those of several machines may differ by more than the interval. No turn is further away than one
    // interval, whatever was stored when the setting was longer.
    private const string ReadWait =
        "SELECT least(extract(epoch FROM next_at - clock_timestamp())::double precision, @interval) FROM source_turns WHERE source = @source";

    private const string StoreNext =
        """
        INSERT INTO source_turns (source, next_at) VALUES (@source, clock_timestamp() + @interval * interval '1 second')
        ON CONFLICT (source) DO UPDATE SET next_at = excluded.next_at
        """;

    // Timers run on Linux's coarse clock, which stands still for up to ten milliseconds: a wait of sixty was seen to take 57. An
    // interval that is kept is a little longer rather than a little shorter.
    private static readonly TimeSpan TimersLead = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits for the turn. The request is made before the result is disposed; the next may start <paramref name="interval"/> later.</summary>
    public async ValueTask<IAsyncDisposable> TakeTurnAsync(string source, TimeSpan interval, CancellationToken cancel)
    {
        var turn = new Turn(await database.OpenConnectionAsync(cancel), source, interval);
        try
        {
            await turn.BeginAsync(cancel);
            return turn;
        }
        catch
        {
            await turn.LeaveAsync();
            throw;
        }
    }

    private sealed class Turn(NpgsqlConnection connection, string source, TimeSpan interval) : IAsyncDisposable
    {
        public async Task BeginAsync(CancellationToken cancel)
        {
            await ExecuteAsync("SELECT pg_advisory_lock(hashtext('paperdigest.source.' || @source))", cancel);
            if (await ScalarAsync(ReadWait, cancel) is double seconds and > 0) await Task.Delay(TimeSpan.FromSeconds(seconds) + TimersLead, cancel);
            // Stored before the request as well as after it: a process may be killed in between.
            await ExecuteAsync(StoreNext, cancel);
        }

        public async ValueTask DisposeAsync()
        {
            // Not cancelled with the request: it may have been answered, and counts.
            try
            {
                await ExecuteAsync(StoreNext, CancellationToken.None);
            }
            finally
            {
                await LeaveAsync();
            }
        }

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

        private async Task<object?> ScalarAsync(string sql, CancellationToken cancel)
        {
            await using var command = Command(sql);
            return await command.ExecuteScalarAsync(cancel);
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
}
