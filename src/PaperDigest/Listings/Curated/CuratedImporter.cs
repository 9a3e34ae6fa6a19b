using Npgsql;
using NpgsqlTypes;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Stores a curated list of a date in one transaction: its entries, the papers that the catalogue lacks, what the site counted and
/// a row of that for later. Storing it again changes nothing, and any number of processes may do it at once, beside those who store
/// arXiv's listings.
/// </summary>
internal sealed class CuratedImporter(NpgsqlDataSource database)
{
    /// <summary>Stores <paramref name="day"/>, also when it is empty; the first papers remove the bundled sample with them.</summary>
    public Task<CuratedChange> StoreAsync(CuratedDay day, DateTimeOffset now, CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(
            database,
            async transaction =>
            {
                if (day.Papers.Count > 0) await transaction.RemoveSampleAsync(cancel);
                return await StoreAsync(transaction.Connection, day, now, cancel);
            },
            cancel);

    private static async Task<CuratedChange> StoreAsync(NpgsqlConnection connection, CuratedDay day, DateTimeOffset now, CancellationToken cancel)
    {
        await IncomingCurated.CopyAsync(connection, day, cancel);
        var newest = await ExecuteAsync(Command(connection, CuratedSql.StoreListing, day, now), cancel) > 0;
        foreach (var sql in CuratedSql.StorePapers)
        {
            var command = Command(connection, sql, day, now);
            command.Parameters.Add(new NpgsqlParameter<bool>("newest", newest));
            await ExecuteAsync(command, cancel);
        }
        var change = await CountAsync(Command(connection, CuratedSql.Count, day, now), cancel);
        await ExecuteAsync(Command(connection, CuratedSql.DropIncoming, day, now), cancel);
        return change;
    }

    private static async Task<int> ExecuteAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using (command) return await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<CuratedChange> CountAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using (command)
        {
            await using var row = await command.ExecuteReaderAsync(cancel);
            await row.ReadAsync(cancel);
            return new CuratedChange(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)) { Missing = row.GetInt32(4) };
        }
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, CuratedDay day, DateTimeOffset now)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<DateOnly>("date", day.Date));
        command.Parameters.Add(new NpgsqlParameter<string>("list", NpgsqlDbType.Text) { TypedValue = "hugging_face" });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("observed", day.ObservedAt.ToUniversalTime()));
        command.Parameters.Add(new NpgsqlParameter<bool>("recorded", day.IsRecorded));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("announced", AnnouncementTime.Of(day.Date)));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
        return command;
    }
}
