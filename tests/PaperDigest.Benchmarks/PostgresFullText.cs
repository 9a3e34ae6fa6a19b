using Npgsql;
using PaperDigest.Database;
using PaperDigest.Search;

namespace PaperDigest.Benchmarks;

/// <summary>PostgreSQL's own full text over the same papers: a stored tsvector with a GIN index, ranked by ts_rank.</summary>
internal sealed class PostgresFullText : IAsyncDisposable
{
    private readonly EmbeddedPostgres _server;
    private readonly NpgsqlDataSource _database;

    private PostgresFullText(EmbeddedPostgres server, NpgsqlDataSource database) => (_server, _database) = (server, database);

    public static async Task<PostgresFullText> OfAsync(IEnumerable<IndexedPaper> papers)
    {
        var folder = Directory.CreateTempSubdirectory("paperdigest-bench-");
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_001_001);
        var server = await EmbeddedPostgres.JoinAsync(folder.FullName, "", default);
        var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres" });
        await ExecuteAsync(database, "CREATE TABLE texts (key text, words tsvector)");
        await using (var connection = await database.OpenConnectionAsync())
        {
            await ExecuteAsync(database, "CREATE TABLE incoming (key text, title text, body text)");
            await using var copy = await connection.BeginBinaryImportAsync("COPY incoming FROM STDIN (FORMAT binary)");
            foreach (var paper in papers)
            {
                await copy.StartRowAsync();
                foreach (var column in (string[])[paper.Key, paper.Title, paper.Text]) await copy.WriteAsync(column);
            }
            await copy.CompleteAsync();
        }
        await ExecuteAsync(database, "INSERT INTO texts SELECT key, setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body) FROM incoming");
        await ExecuteAsync(database, "CREATE INDEX ON texts USING gin (words)");
        await ExecuteAsync(database, "VACUUM ANALYZE texts");
        return new PostgresFullText(server, database);
    }

    /// <summary>The best fifty that have any of the words: what comes nearest to a ranked search.</summary>
    public async Task<int> FindAsync(string query)
    {
        const string AnyWord = "replace(plainto_tsquery('english', $1)::text, '&', '|')::tsquery";
        await using var command = _database.CreateCommand($"SELECT key FROM texts WHERE words @@ {AnyWord} ORDER BY ts_rank(words, {AnyWord}, 1) DESC LIMIT 50");
        command.Parameters.AddWithValue(query);
        await using var rows = await command.ExecuteReaderAsync();
        var found = 0;
        while (await rows.ReadAsync()) found++;
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _server.Dispose();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
