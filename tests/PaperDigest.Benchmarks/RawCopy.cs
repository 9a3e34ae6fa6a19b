using System.Diagnostics;
using Npgsql;

namespace PaperDigest.Benchmarks;

/// <summary>The floor for whatever stores papers: a binary COPY of rows that are ready in memory, in one transaction. It knows nothing of duplicates, versions or counts.</summary>
internal static class RawCopy
{
    /// <summary>Copies the rows of <paramref name="tables"/>, parents first, from one database into another; papers per second of the writing alone.</summary>
    public static async Task<double> RunAsync(NpgsqlDataSource from, NpgsqlDataSource into, IReadOnlyList<string> tables, int papers)
    {
        var rows = new Dictionary<string, byte[]>();
        foreach (var table in tables) rows[table] = await ReadAsync(from, table);
        var watch = Stopwatch.StartNew();
        await using var connection = await into.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in tables)
        {
            await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT binary)");
            await stream.WriteAsync(rows[table]);
        }
        await transaction.CommitAsync();
        return papers / watch.Elapsed.TotalSeconds;
    }

    private static async Task<byte[]> ReadAsync(NpgsqlDataSource from, string table)
    {
        await using var connection = await from.OpenConnectionAsync();
        await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT binary)");
        using var rows = new MemoryStream();
        await stream.CopyToAsync(rows);
        return rows.ToArray();
    }
}
