using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>The holidays of arXiv's that this installation knows, and the calendar they make.</summary>
internal sealed class HolidayBook(IDbContextFactory<PaperDigestDb> databases)
{
    public const int LongestName = 80;

    /// <summary>arXiv names some nine a year; the table ends where a calendar would be all holidays.</summary>
    private const int Most = 1000;

    private static readonly DateOnly First = new(1991, 8, 1);
    private static readonly DateOnly Last = new(2100, 1, 1);

    public async Task<AnnouncementCalendar> CalendarAsync(CancellationToken cancel) =>
        new((await AllAsync(cancel)).Select(h => new ArxivHoliday(h.Date, h.Name)));

    /// <summary>All, the latest first: some nine for each year that somebody entered.</summary>
    public async Task<IReadOnlyList<AnnouncementHoliday>> AllAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.AnnouncementHolidays.AsNoTracking().OrderByDescending(h => h.Date).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Keeps a holiday; one that is there gets the new name. Null when it is kept, else what is wrong with it, in words.</summary>
    public async Task<string?> KeepAsync(string? date, string? name, CancellationToken cancel)
    {
        if (!DateOnly.TryParseExact(date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return "Give the date as year, month and day, such as 2026-11-26.";
        if (day < First || day > Last) return $"Give a date between {First.Year} and {Last.Year}.";
        if (!AnnouncementCalendar.TouchesAListing(day)) return "That is a Saturday, on which arXiv announces nothing: it changes no listing.";
        var called = string.Join(' ', (name ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        if (called.Length is 0 or > LongestName || called.Any(char.IsControl)) return $"Give the holiday a name of 1 to {LongestName} characters.";
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.AnnouncementHolidays.CountAsync(cancel) >= Most) return $"There are {Most} holidays already. Remove some first.";
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO announcement_holidays (date, name) VALUES ({day}, {called}) ON CONFLICT (date) DO UPDATE SET name = excluded.name", cancel);
        return null;
    }

    public async Task RemoveAsync(DateOnly date, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.AnnouncementHolidays.Where(h => h.Date == date).ExecuteDeleteAsync(cancel);
    }
}
