using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Benchmarks;

/// <summary>The product's embedded server in a folder of its own, with fresh databases on demand; all gone afterwards.</summary>
internal sealed class ScratchServer : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;

    private ScratchServer(string folder, EmbeddedPostgres server) => (Folder, _server) = (folder, server);

    public string Folder { get; }

    public static async Task<ScratchServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("paperdigest-bench-").FullName;
        // The server's own account must be able to pass.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_001_001);
        return new ScratchServer(folder, await EmbeddedPostgres.JoinAsync(folder, "", default));
    }

    /// <summary>A database with the product's schema and nothing in it.</summary>
    public async Task<NpgsqlDataSource> DatabaseAsync(string name)
    {
        var connection = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = name }.ConnectionString;
        await Schema.MigrateAsync(connection, default);
        return NpgsqlDataSource.Create(connection);
    }

    /// <summary>Waits until the server has ended, then removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _server.Dispose();
        var pidFile = Path.Combine(Folder, "postgres/cluster/postmaster.pid");
        for (var waited = 0; File.Exists(pidFile) && waited < 100; waited++) await Task.Delay(100);
        Directory.Delete(Folder, recursive: true);
    }
}
