using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Community;

/// <summary>
/// Keeps when readers were here last, of those only who asked what is new since. A visit goes on while lists are looked at, and
/// ends with <see cref="Absence"/>: what came before its end counts as seen.
/// </summary>
internal sealed class Visits(NpgsqlDataSource database)
{
    private static readonly TimeSpan Absence = TimeSpan.FromHours(4);

    // By the primary key. Most views of a page write nothing: the row of a visit that goes on is five minutes old at most.
    private const string NoteSql =
        """
        UPDATE visits SET seen_until = CASE WHEN last_at < @now - @absence THEN last_at ELSE seen_until END, last_at = @now
        WHERE reader_id = @reader AND last_at < @now - interval '5 minutes'
        """;

    private const string BeginSql =
        """
        INSERT INTO visits AS v (reader_id, last_at) VALUES (@reader, @now)
        ON CONFLICT (reader_id) DO UPDATE SET
            seen_until = CASE WHEN v.last_at < @now - @absence THEN v.last_at ELSE v.seen_until END, last_at = greatest(v.last_at, @now)
        RETURNING seen_until
        """;

    /// <summary>Notes that a reader looks at a list; nothing is kept of one who never asked what is new.</summary>
    public async Task NoteAsync(Guid reader, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(NoteSql, reader, now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>When the reader's visit before this one ended; null in the first, from which on it is kept.</summary>
    public async Task<DateTimeOffset?> SeenUntilAsync(Guid reader, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(BeginSql, reader, now);
        return await command.ExecuteScalarAsync(cancel) is DateTime until ? new DateTimeOffset(until, TimeSpan.Zero) : null;
    }

    private NpgsqlCommand Command(string sql, Guid reader, DateTimeOffset now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("absence", NpgsqlDbType.Interval, Absence);
        return command;
    }
}
