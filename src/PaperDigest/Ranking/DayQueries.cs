using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Ranking;

/// <summary>Reads the days that have a list, each query by keys.</summary>
internal sealed class DayQueries(NpgsqlDataSource database, TimeProvider time)
{
    // The latest day is one that arXiv announced: a curated list begins hours before arXiv's feeds show the same day, with a paper or
    // two. One whose day has passed without a listing stands by itself.
    internal const string LatestSql =
        """
        SELECT coalesce(
            max(date) FILTER (WHERE new_count + cross_count + replaced_count > 0 OR announced_at + interval '1 day' <= @now), max(date))
        FROM listing_days WHERE ranked_at IS NOT NULL
        """;

    // A listing day's row is the key's; its neighbours and month are ranges of the same small index, the count is the last rank.
    private const string FindSql =
        $"""
        SELECT asked.date, d.announced_at, d.ranked_at, coalesce(d.is_sample, false), coalesce(d.new_count, 0), coalesce(d.cross_count, 0),
               coalesce((SELECT max(rank) FROM ranked_papers r WHERE r.date = d.date), 0),
               (SELECT max(date) FROM listing_days WHERE date < asked.date AND ranked_at IS NOT NULL),
               (SELECT min(date) FROM listing_days WHERE date > asked.date AND ranked_at IS NOT NULL),
               ARRAY(SELECT date FROM listing_days WHERE date >= date_trunc('month', asked.date::timestamp)
                     AND date < date_trunc('month', asked.date::timestamp) + interval '1 month' AND ranked_at IS NOT NULL ORDER BY date),
               (SELECT count(*)::integer FROM curated_entries c WHERE c.date = d.date AND c.list = 'hugging_face'),
               (SELECT count(*)::integer FROM curated_entries c WHERE c.date = d.date AND c.list = 'site'
                AND NOT EXISTS (SELECT FROM curated_entries o WHERE o.date = c.date AND o.list = 'hugging_face' AND o.arxiv_id = c.arxiv_id)
                AND NOT EXISTS (SELECT FROM listing_entries e WHERE e.arxiv_id = c.arxiv_id AND e.date = c.date AND e.section IN ('new', 'cross')))
        FROM (SELECT coalesce(@date, ({LatestSql})) AS date) asked
        LEFT JOIN listing_days d ON d.date = asked.date
        WHERE asked.date IS NOT NULL
        """;

    /// <summary>The day of <paramref name="date"/>, or the latest that was ranked; null when there is none at all.</summary>
    public async Task<Day?> FindAsync(DateOnly? date, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new NpgsqlParameter<DateOnly?>("date", NpgsqlTypes.NpgsqlDbType.Date) { TypedValue = date });
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        return new Day(row.GetFieldValue<DateOnly>(0))
        {
            AnnouncedAt = row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1),
            IsRanked = !row.IsDBNull(2),
            IsSample = row.GetBoolean(3),
            NewCount = row.GetInt32(4),
            CrossCount = row.GetInt32(5),
            Papers = row.GetInt32(6),
            Previous = row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7),
            Next = row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            Month = row.GetFieldValue<DateOnly[]>(9),
            CuratedCount = row.GetInt32(10),
            SubmittedCount = row.GetInt32(11),
        };
    }

    /// <summary>The categories whose listings of the day were taken in, with how many of their papers are ranked.</summary>
    public async Task<IReadOnlyList<Day.Part>> PartsAsync(DateOnly date, CancellationToken cancel)
    {
        // The day's entries are one range of the primary key, at most a few thousand; each is looked up in the day's ranks.
        await using var command = database.CreateCommand(
            """
            SELECT l.category, count(r.arxiv_id)::integer, l.source = 'feed', count(*) FILTER (WHERE e.filled_in)::integer
            FROM listings l
            LEFT JOIN listing_entries e ON e.date = l.date AND e.category = l.category
            LEFT JOIN ranked_papers r ON r.arxiv_id = e.arxiv_id AND r.date = e.date AND e.section IN ('new', 'cross')
            WHERE l.date = @date
            GROUP BY l.category, l.source
            ORDER BY l.category
            """);
        command.Parameters.AddWithValue("date", date);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var parts = new List<Day.Part>();
        while (await rows.ReadAsync(cancel)) 
            parts.Add(new Day.Part(rows.GetString(0), rows.GetInt32(1), rows.GetBoolean(2)) { FilledIn = rows.GetInt32(3) });
        return parts;
    }

    /// <summary>How many papers the listings around a date have: of the eight weeks before it and the week after.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> LengthsAsync(DateOnly date, CancellationToken cancel)
    {
        // A range of the key: at most some fifty days.
        await using var command = database.CreateCommand(
            "SELECT date, new_count + cross_count FROM listing_days WHERE date BETWEEN @date - 56 AND @date + 7 AND NOT is_sample AND new_count + cross_count > 0");
        command.Parameters.AddWithValue("date", date);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var lengths = new Dictionary<DateOnly, int>();
        while (await rows.ReadAsync(cancel)) lengths.Add(rows.GetFieldValue<DateOnly>(0), rows.GetInt32(1));
        return lengths;
    }

    /// <summary>The place of a paper on the latest list it is on; empty when it is on none.</summary>
    public static IReadOnlyList<PaperPlace> PlaceOf(ReadBatch batch, string arxivId) => batch.Ask(
        // The last entry of ix_ranked_papers_arxiv_id_date, and the last rank of its day.
        $"""
        SELECT {PlaceColumns.Names}, (SELECT max(rank) FROM ranked_papers d WHERE d.date = r.date)
        FROM ranked_papers r WHERE r.arxiv_id = @paper ORDER BY r.date DESC LIMIT 1
        """,
        row => new PaperPlace(PlaceColumns.Read(row, 0), row.GetInt32(PlaceColumns.Count)), ("paper", arxivId));
}
