using Npgsql;

namespace PaperDigest.Search;

/// <summary>Connections on which no statement runs for longer than a second; the pool resets them when they come back.</summary>
internal static class BriefConnection
{
    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = new NpgsqlCommand("SET statement_timeout = '1s'", connection);
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            // The next key cancels the search of the one before; a connection that is not given back then is lost to the pool.
            await connection.DisposeAsync();
            throw;
        }
    }
}
