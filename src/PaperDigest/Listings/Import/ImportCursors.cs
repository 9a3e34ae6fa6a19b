using Npgsql;

namespace PaperDigest.Listings;

/// <summary>Reads and moves the rows that say how far files have been taken in. By primary key.</summary>
internal static class ImportCursors
{
    private const string Begin =
        """
        INSERT INTO import_cursors AS c (
            fingerprint, name, bytes_done, lines_done, new_count, replaced_count, edited_count, unchanged_count, rejected_count, started_at, moved_at)
        VALUES (@fingerprint, @name, 0, 0, 0, 0, 0, 0, 0, @now, @now)
        ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name
        """;

    private const string Rewind =
        """
        UPDATE import_cursors SET bytes_done = 0, lines_done = 0, new_count = 0, replaced_count = 0, edited_count = 0, unchanged_count = 0,
            rejected_count = 0, started_at = @now, moved_at = @now, finished_at = NULL
        WHERE fingerprint = @fingerprint AND finished_at IS NOT NULL
        """;

    private const string Read =
        """
        SELECT bytes_done, lines_done, new_count, replaced_count, edited_count, unchanged_count, rejected_count
        FROM import_cursors WHERE fingerprint = @fingerprint
        """;

    private const string Move =
        """
        UPDATE import_cursors SET bytes_done = @bytes, lines_done = @lines, new_count = @new, replaced_count = @replaced, edited_count = @edited,
            unchanged_count = @unchanged, rejected_count = @rejected, moved_at = @now
        WHERE fingerprint = @fingerprint AND lines_done = @before AND finished_at IS NULL
        """;

    private const string Finish = "UPDATE import_cursors SET finished_at = @now, moved_at = @now WHERE fingerprint = @fingerprint";

    /// <summary>
    /// Where to go on with the file; its beginning when it is new or was finished. In a transaction that has the catalogue to itself,
    /// so that a batch whose process was killed while the server stored it is in or gone.
    /// </summary>
    public static async Task<ImportPlace> BeginAsync(NpgsqlConnection connection, ImportFile file, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var sql in (string[])[Begin, Rewind])
        {
            await using var command = Command(connection, sql, file.Fingerprint, now);
            if (sql == Begin) command.Parameters.AddWithValue("name", file.Name);
            await command.ExecuteNonQueryAsync(cancel);
        }
        await using var read = Command(connection, Read, file.Fingerprint, now);
        await using var row = await read.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new ImportPlace(
            row.GetInt64(0), row.GetInt64(1),
            new ImportTotals(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)));
    }

    /// <summary>Moves the cursor on.</summary>
    /// <exception cref="ImportOvertakenException">It does not stand where the step begins: another process takes in the same file.</exception>
    public static async Task MoveAsync(NpgsqlConnection connection, string fingerprint, (ImportPlace From, ImportPlace To) step, DateTimeOffset now, CancellationToken cancel)
    {
        var (from, to) = step;
        await using var command = Command(connection, Move, fingerprint, now);
        command.Parameters.AddWithValue("before", from.LinesDone);
        command.Parameters.AddWithValue("bytes", to.BytesDone);
        command.Parameters.AddWithValue("lines", to.LinesDone);
        command.Parameters.AddWithValue("new", to.Total.New);
        command.Parameters.AddWithValue("replaced", to.Total.Replaced);
        command.Parameters.AddWithValue("edited", to.Total.Edited);
        command.Parameters.AddWithValue("unchanged", to.Total.Unchanged);
        command.Parameters.AddWithValue("rejected", to.Total.Rejected);
        if (await command.ExecuteNonQueryAsync(cancel) == 0) throw new ImportOvertakenException();
    }

    /// <summary>Notes that the file is in.</summary>
    public static async Task FinishAsync(NpgsqlConnection connection, string fingerprint, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(connection, Finish, fingerprint, now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string fingerprint, DateTimeOffset now)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("fingerprint", fingerprint);
        command.Parameters.AddWithValue("now", now);
        return command;
    }
}
