using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Ranking;

/// <summary>Reads which days of a week or month have a list: one query by the key of the days.</summary>
internal sealed class PeriodQueries(NpgsqlDataSource database, TimeProvider time)
{
    // At most some 250 dates of the year, and three look-ups.
    private const string FindSql =
        $"""
        WITH asked AS (
            SELECT date_trunc(@unit, coalesce(@date, ({DayQueries.LatestSql}))::timestamp)::date AS first),
        bounds AS (
            SELECT first, (first + ('1 ' || @unit)::interval - interval '1 day')::date AS last FROM asked WHERE first IS NOT NULL)
        SELECT first, last,
               ARRAY(SELECT date FROM listing_days WHERE date >= date_trunc('year', first::timestamp)
                     AND date < date_trunc('year', last::timestamp) + interval '1 year' AND ranked_at IS NOT NULL ORDER BY date),
               (SELECT max(date) FROM listing_days WHERE date < first AND ranked_at IS NOT NULL),
               (SELECT min(date) FROM listing_days WHERE date > last AND ranked_at IS NOT NULL),
               (SELECT min(date) FROM listing_days WHERE ranked_at IS NOT NULL)
        FROM bounds
        """;

    /// <summary>The week or month of a day, of the latest when it is null; null in an empty catalogue that was asked for the latest.</summary>
    public async Task<Period?> FindAsync(ListPeriod kind, DateOnly? date, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.AddWithValue("unit", kind == ListPeriod.Week ? "week" : "month");
        command.Parameters.Add(new NpgsqlParameter<DateOnly?>("date", NpgsqlDbType.Date) { TypedValue = date });
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        return new Period(kind, row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1))
        {
            Year = row.GetFieldValue<DateOnly[]>(2),
            Previous = Date(row, 3),
            Next = Date(row, 4),
            First = Date(row, 5),
        };
    }

    private static DateOnly? Date(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}
