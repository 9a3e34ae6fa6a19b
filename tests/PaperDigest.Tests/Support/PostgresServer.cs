using Npgsql;
using PaperDigest.Database;

[assembly: AssemblyFixture(typeof(PaperDigest.Tests.Support.PostgresServer))]

namespace PaperDigest.Tests.Support;

/// <summary>
/// One real PostgreSQL for the whole run, the same embedded server as the product's, in a folder of its own. Its template
/// database is migrated once; a test class takes a copy, which costs some thirty milliseconds.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Template = "pdtest_template";
    private readonly ScratchFolder _folder = new("tests");
    private EmbeddedPostgres? _server;
    private int _copies;

    public async ValueTask InitializeAsync()
    {
        // Durability is the one thing a test's server need not have.
        _server = await EmbeddedPostgres.JoinAsync(_folder.Path, "-c fsync=off -c synchronous_commit=off -c full_page_writes=off", default);
        await Schema.MigrateAsync(ConnectionTo(Template), default);
        // A database can only be copied while nobody is connected to it.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A fresh database with the product's schema and nothing in it; returns its connection string.</summary>
    public async Task<string> CopyAsync(CancellationToken cancel = default)
    {
        var name = $"pdtest_{Interlocked.Increment(ref _copies)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}", cancel);
        return ConnectionTo(name);
    }

    /// <summary>The connection string of a database on this server, whether it exists or not.</summary>
    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server!.ConnectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
