using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PaperDigest.Database;

namespace PaperDigest.Listings;

/// <summary>Keeps how far harvests got, and lets each be run by one process at a time.</summary>
internal sealed class HarvestCursorStore(NpgsqlDataSource database, IDbContextFactory<PaperDigestDb> databases)
{
    private const string Store =
        """
        INSERT INTO harvest_cursors (
            name, from_day, until_day, set_name, format, window_from, window_until, token, token_expires_at, responded_on, pages, added, replaced, edited,
            unchanged, rejected, deleted, started_at, finished_at)
        VALUES (
            @name, @from, @until, @set, @format, @window_from, @window_until, @token, @expires, @responded, @pages, @added, @replaced, @edited,
            @unchanged, @rejected, @deleted, @started, @finished)
        ON CONFLICT (name) DO UPDATE SET
            from_day = excluded.from_day, until_day = excluded.until_day, set_name = excluded.set_name, format = excluded.format,
            window_from = excluded.window_from, window_until = excluded.window_until, token = excluded.token,
            token_expires_at = excluded.token_expires_at, responded_on = excluded.responded_on, pages = excluded.pages, added = excluded.added,
            replaced = excluded.replaced, edited = excluded.edited, unchanged = excluded.unchanged, rejected = excluded.rejected,
            deleted = excluded.deleted, started_at = excluded.started_at, finished_at = excluded.finished_at
        """;

    /// <summary>Null when there was never such a harvest.</summary>
    public async Task<HarvestCursor?> FindAsync(string name, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.HarvestCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == name, cancel);
    }

    /// <summary>Stores <paramref name="cursor"/> in the transaction that <paramref name="connection"/> is in.</summary>
    public static async Task StoreAsync(NpgsqlConnection connection, HarvestCursor cursor, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Store, connection);
        var parameters = command.Parameters;
        Add("name", NpgsqlDbType.Text, cursor.Name);
        Add("from", NpgsqlDbType.Date, cursor.FromDay);
        Add("until", NpgsqlDbType.Date, cursor.UntilDay);
        Add("set", NpgsqlDbType.Text, cursor.SetName);
        Add("format", NpgsqlDbType.Text, cursor.Format == Sources.Arxiv.OaiFormat.Raw ? "raw" : "parsed");
        Add("window_from", NpgsqlDbType.Date, cursor.WindowFrom);
        Add("window_until", NpgsqlDbType.Date, cursor.WindowUntil);
        Add("token", NpgsqlDbType.Text, cursor.Token);
        Add("expires", NpgsqlDbType.TimestampTz, cursor.TokenExpiresAt);
        Add("responded", NpgsqlDbType.Date, cursor.RespondedOn);
        foreach (var (name, count) in Counts(cursor)) Add(name, NpgsqlDbType.Integer, count);
        Add("started", NpgsqlDbType.TimestampTz, cursor.StartedAt);
        Add("finished", NpgsqlDbType.TimestampTz, cursor.FinishedAt);
        await command.ExecuteNonQueryAsync(cancel);

        void Add(string name, NpgsqlDbType type, object? value) => parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
    }

    /// <summary>Stores <paramref name="cursor"/> by itself.</summary>
    public async Task StoreAsync(HarvestCursor cursor, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await StoreAsync(connection, cursor, cancel);
    }

    /// <summary>Takes the harvest for this process until the result is disposed; null when another process has it. A killed one lets go of it.</summary>
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtext('paperdigest.harvest.' || @name))", connection);
            command.Parameters.AddWithValue("name", name);
            if (await command.ExecuteScalarAsync(cancel) is true) return new Taken(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    private static IEnumerable<(string Name, int Count)> Counts(HarvestCursor cursor) =>
    [
        ("pages", cursor.Pages), ("added", cursor.Added), ("replaced", cursor.Replaced), ("edited", cursor.Edited), ("unchanged", cursor.Unchanged),
        ("rejected", cursor.Rejected), ("deleted", cursor.Deleted),
    ];

    /// <summary>The lock goes with the session.</summary>
    private sealed class Taken(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            // The session would stay in its pool, with the lock.
            await using (connection)
            {
                if (connection.State != System.Data.ConnectionState.Open) return;
                await using var unlock = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await unlock.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }
}
