using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Database;

namespace PaperDigest.Listings;

/// <summary>What a run has to know of the listings already stored.</summary>
internal sealed class StoredListings(IDbContextFactory<PaperDigestDb> databases)
{
    /// <summary>One category's listing of a day; null when there is none.</summary>
    public async Task<Listing?> FindAsync(DateOnly day, string category, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Listings.AsNoTracking().SingleOrDefaultAsync(l => l.Date == day && l.Category == category, cancel);
    }

    /// <summary>The versions in the category's last real listing before <paramref name="day"/>; empty when there is none.</summary>
    public async Task<IReadOnlySet<PaperVersionKey>> BeforeAsync(DateOnly day, string category, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var before = await db.Listings.AsNoTracking()
            .Where(l => l.Category == category && l.Date < day && l.Source != ListingSource.Sample && l.EntryCount > 0)
            .OrderByDescending(l => l.Date).Select(l => (DateOnly?)l.Date).FirstOrDefaultAsync(cancel);
        if (before is null) return new HashSet<PaperVersionKey>();
        var entries = await db.ListingEntries.AsNoTracking()
            .Where(e => e.Date == before && e.Category == category).Select(e => new { e.ArxivId, e.Version }).ToListAsync(cancel);
        return entries.Select(e => new PaperVersionKey(e.ArxivId, e.Version)).ToHashSet();
    }

    /// <summary>The papers of one category's listing of a day: at most some thousands.</summary>
    public async Task<IReadOnlySet<string>> PapersAsync(DateOnly day, string category, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ListingEntries.AsNoTracking().Where(e => e.Date == day && e.Category == category).Select(e => e.ArxivId).ToHashSetAsync(cancel);
    }

    /// <summary>Of the dates from <paramref name="from"/> to before <paramref name="day"/>, those whose listing of the category is stored.</summary>
    public async Task<IReadOnlySet<DateOnly>> DatesAsync(DateOnly from, DateOnly day, string category, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Listings.AsNoTracking()
            .Where(l => l.Date >= from && l.Date < day && l.Category == category && l.Source != ListingSource.Sample)
            .Select(l => l.Date).ToHashSetAsync(cancel);
    }

    /// <summary>The papers of a day, each counted once; null when nothing of it is stored.</summary>
    public async Task<DayCounts?> CountsAsync(DateOnly day, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ListingDays.AsNoTracking().Where(d => d.Date == day && !d.IsSample && d.NewCount + d.CrossCount + d.ReplacedCount > 0)
            .Select(d => new DayCounts(d.NewCount, d.CrossCount, d.ReplacedCount)).SingleOrDefaultAsync(cancel);
    }
}
