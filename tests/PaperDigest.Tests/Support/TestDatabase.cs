using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Tests.Support;

/// <summary>A database of its own for one test class: take it as a class fixture.</summary>
public sealed class TestDatabase(PostgresServer server) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    /// <summary>The pool to run SQL by hand with.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    internal IDbContextFactory<PaperDigestDb> Contexts => new Factory(ConnectionString);

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await server.CopyAsync();
        Source = NpgsqlDataSource.Create(ConnectionString);
    }

    internal PaperDigestDb Open() => new(Schema.Options(ConnectionString));

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        // What the contexts and the program under test left open counts against the server's clients for minutes.
        await using var any = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(any);
    }

    private sealed class Factory(string connectionString) : IDbContextFactory<PaperDigestDb>
    {
        public PaperDigestDb CreateDbContext() => new(Schema.Options(connectionString));
    }
}
