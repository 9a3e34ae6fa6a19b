using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a page has to know to say how a day stands, and whether a newer one is on its way: read in one go.</summary>
/// <param name="Calendar">On which dates arXiv makes a listing.</param>
/// <param name="Watches">Those of the day asked for, and those of the newest day that is watched.</param>
internal sealed record Standing(AnnouncementCalendar Calendar, IReadOnlyList<ListingWatch> Watches)
{
    // Some ten rows for each year, and two dates of the key's.
    private const string Sql =
        """
        SELECT date, name FROM announcement_holidays;
        SELECT date, category, state, next_try_at FROM listing_watches
        WHERE date IN (@day, (SELECT max(date) FROM listing_watches)) ORDER BY date, category
        """;

    /// <summary>The newest day that is watched; null when none is.</summary>
    public DateOnly? Newest => Watches.Count > 0 ? Watches[^1].Date : null;

    public IReadOnlyList<ListingWatch> Of(DateOnly day) => [.. Watches.Where(w => w.Date == day)];

    public static async Task<Standing> ReadAsync(NpgsqlDataSource database, DateOnly day, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("day", day);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var holidays = new List<ArxivHoliday>();
        while (await rows.ReadAsync(cancel)) holidays.Add(new ArxivHoliday(rows.GetFieldValue<DateOnly>(0), rows.GetString(1)));
        await rows.NextResultAsync(cancel);
        var watches = new List<ListingWatch>();
        while (await rows.ReadAsync(cancel)) watches.Add(Watch(rows));
        return new Standing(new AnnouncementCalendar(holidays), watches);
    }

    private static ListingWatch Watch(NpgsqlDataReader row) => new()
    {
        Date = row.GetFieldValue<DateOnly>(0), Category = row.GetString(1), State = Enum.Parse<ListingWatchState>(row.GetString(2), ignoreCase: true),
        NextTryAt = row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
    };
}
