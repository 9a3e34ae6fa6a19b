using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PaperDigest.Database;

/// <summary>
/// Brings a database to the schema of this program: creates it when it is absent and applies the missing migrations. Safe to
/// call from several processes at once, and when there is nothing to do.
/// </summary>
internal static class Schema
{
    // An advisory lock belongs to its session: a process that is killed while migrating lets go of it.
    private const string TakeLock = "SELECT pg_advisory_lock(hashtext('paperdigest.migrate'))";

    /// <summary>Creates and migrates the database that <paramref name="connectionString"/> names.</summary>
    /// <returns>The names of the migrations applied now; empty when the schema was up to date.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string connectionString, CancellationToken cancel)
    {
        await CreateDatabaseAsync(connectionString, cancel);
        await using var gate = await OpenAsync(connectionString, cancel);
        await ExecuteAsync(gate, TakeLock, cancel);
        // A context without logging: EF reports its first look for the missing history table as an error.
        await using var db = new PaperDigestDb(Options(connectionString));
        // What a new table or index takes over millions of papers is minutes; the usual half a minute would end each attempt the same way.
        db.Database.SetCommandTimeout(0);
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (missing.Count > 0) await db.Database.MigrateAsync(cancel);
        return missing;
    }

    /// <summary>The context's options for a connection string, outside of the running application.</summary>
    public static DbContextOptions<PaperDigestDb> Options(string connectionString) =>
        new DbContextOptionsBuilder<PaperDigestDb>().UseNpgsql(connectionString).Options;

    private static async Task CreateDatabaseAsync(string connectionString, CancellationToken cancel)
    {
        if (await ExistsAsync(connectionString, cancel)) return;
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        var name = target.Database!;
        target.Database = "postgres";
        await using var maintenance = await OpenAsync(target.ConnectionString, cancel);
        await ExecuteAsync(maintenance, TakeLock, cancel);
        // Another process may have created it while this one waited for the lock.
        if (await ExistsAsync(connectionString, cancel)) return;
        await ExecuteAsync(maintenance, $"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0", cancel);
    }

    private static async Task<bool> ExistsAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(connectionString, cancel);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancel)
    {
        // Not from the pool: the lock must go when the connection is closed.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
