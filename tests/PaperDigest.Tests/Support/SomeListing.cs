using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Support;

/// <summary>Stores listings the way an ingest leaves them: papers, listing, entries and the day, not ranked yet.</summary>
internal static class SomeListing
{
    /// <summary>arXiv announces at 20:00 Eastern time on the evening before; in summer that is midnight UTC.</summary>
    public static DateTimeOffset AnnouncedAt(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>New papers of one day in cs.CL.</summary>
    public static Task StoreAsync(TestDatabase database, DateOnly day, params string[] newPapers) =>
        StoreAsync(database, day, "cs.CL", newPapers.Select(id => (id, ListingSection.New)));

    /// <summary>One category's listing of one day; papers and day are added where they are not there yet.</summary>
    public static async Task StoreAsync(
        TestDatabase database, DateOnly day, string category, IEnumerable<(string ArxivId, ListingSection Section)> entries)
    {
        await using var db = database.Open();
        var changed = AnnouncedAt(day).AddHours(1);
        db.Listings.Add(new Listing { Date = day, Category = category, FetchedAt = changed });
        foreach (var (entry, position) in entries.Select((entry, index) => (entry, index + 1)))
        {
            if (!await db.Papers.AnyAsync(p => p.ArxivId == entry.ArxivId)) db.Papers.Add(Some.Paper(entry.ArxivId, day, category));
            db.ListingEntries.Add(new ListingEntry
            {
                Date = day, Category = category, ArxivId = entry.ArxivId, Section = entry.Section, Version = 1, Position = position,
            });
        }
        if (!await db.ListingDays.AnyAsync(d => d.Date == day))
            db.ListingDays.Add(new ListingDay { Date = day, AnnouncedAt = AnnouncedAt(day), ChangedAt = changed });
        await db.SaveChangesAsync();
        await database.ExecuteAsync($"UPDATE listing_days SET new_count = (SELECT count(DISTINCT arxiv_id) FROM listing_entries WHERE date = '{day:yyyy-MM-dd}') WHERE date = '{day:yyyy-MM-dd}'");
    }
}
