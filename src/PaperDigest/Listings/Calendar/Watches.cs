using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Database;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// What is known of each listing that should be there, over all processes. A try that is due is given to one of them; what it saw
/// is noted with the row held, so that two that saw something at once both count.
/// </summary>
internal sealed class Watches(IDbContextFactory<PaperDigestDb> databases, HolidayBook holidays, ILogger<Watches> log)
{
    /// <summary>For so long a due try is its taker's; should that one be killed, it is due again then.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    public Task<AnnouncementCalendar> CalendarAsync(CancellationToken cancel) => holidays.CalendarAsync(cancel);

    /// <summary>Makes the watches that <see cref="WatchPlan"/> wants; those that are there stay as they are.</summary>
    public async Task PlanAsync(IReadOnlyList<string> categories, DateTimeOffset now, CancellationToken cancel)
    {
        var calendar = await CalendarAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        // A row for each expected day and category: some thousand a year, read by the key's dates.
        var first = await db.ListingWatches.Where(w => !w.ByHand && categories.Contains(w.Category))
            .GroupBy(w => w.Category).Select(g => new { Category = g.Key, Date = g.Min(w => w.Date) }).ToDictionaryAsync(w => w.Category, w => w.Date, cancel);
        var since = ListingDate.FeedDay(now).AddDays(-TrySchedule.DaysTried);
        // A day that only a curated list knows has no listing yet.
        var has = await db.ListingDays.Where(d => d.Date >= since && !d.IsSample && d.NewCount + d.CrossCount + d.ReplacedCount > 0).Select(d => d.Date).ToHashSetAsync(cancel);
        var wanted =
            from category in categories
            from day in WatchPlan.Of(calendar, first.TryGetValue(category, out var date) ? date : null, category == categories[0], has, now)
            select (day, category, TrySchedule.FirstFor(day));
        await AddAsync(db, [.. wanted], byHand: false, cancel);
    }

    /// <summary>Takes the tries that are due, the newest day first; nobody else gets them.</summary>
    public async Task<IReadOnlyList<ListingWatch>> TakeDueAsync(IReadOnlyList<string> categories, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var wanted = categories.ToList();
        // By ix_listing_watches_next_try_at.
        var due = await db.ListingWatches.FromSql(
            $"""
            UPDATE listing_watches w SET next_try_at = {now + Lease}
            FROM (SELECT date, category FROM listing_watches WHERE next_try_at <= {now} AND category = ANY ({wanted})
                  ORDER BY next_try_at, date, category LIMIT 500 FOR UPDATE SKIP LOCKED) due
            WHERE w.date = due.date AND w.category = due.category
            RETURNING w.*
            """).AsNoTracking().ToListAsync(cancel);
        return [.. due.OrderByDescending(w => w.Date).ThenBy(w => wanted.IndexOf(w.Category))];
    }

    /// <summary>Lets no try be due before <paramref name="until"/>.</summary>
    public async Task PostponeAsync(IReadOnlyList<string> categories, DateTimeOffset until, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.ListingWatches.Where(w => w.NextTryAt < until && categories.Contains(w.Category)).ExecuteUpdateAsync(w => w.SetProperty(x => x.NextTryAt, until), cancel);
    }

    /// <summary>When the next try is due; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextAsync(IReadOnlyList<string> categories, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ListingWatches.Where(w => w.NextTryAt != null && categories.Contains(w.Category)).MinAsync(w => w.NextTryAt, cancel);
    }

    /// <summary>Keeps what a run saw.</summary>
    /// <returns>When the first of these listings that is not settled is tried again; null when none is.</returns>
    public async Task<DateTimeOffset?> NoteAsync(WatchTry seen, CancellationToken cancel)
    {
        if (seen.Reports.Count == 0) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await AddAsync(db, [.. seen.Reports.Select(r => (seen.Day, r.Category, (DateTimeOffset?)null))], byHand: true, cancel);
        var names = seen.Reports.Select(r => r.Category).ToArray();
        var watches = await db.ListingWatches.FromSql(
            $"SELECT * FROM listing_watches WHERE date = {seen.Day} AND category = ANY ({names}) ORDER BY category FOR UPDATE").ToListAsync(cancel);
        foreach (var watch in watches) Note(watch, seen);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return watches.Where(w => !WatchDecision.IsIn(w.State)).Min(w => w.NextTryAt);
    }

    /// <summary>Makes a listing due at once, whatever is known of it.</summary>
    public async Task TryNowAsync(DateOnly day, string category, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await AddAsync(db, [(day, category, now)], byHand: true, cancel);
        await db.ListingWatches.Where(w => w.Date == day && w.Category == category).ExecuteUpdateAsync(w => w.SetProperty(x => x.NextTryAt, now), cancel);
    }

    /// <summary>The watches of the dates from <paramref name="from"/> to <paramref name="until"/>, one for each category at most.</summary>
    public async Task<IReadOnlyList<ListingWatch>> OfAsync(DateOnly from, DateOnly until, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ListingWatches.AsNoTracking().Where(w => w.Date >= from && w.Date <= until).OrderBy(w => w.Date).ThenBy(w => w.Category).ToListAsync(cancel);
    }

    private void Note(ListingWatch watch, WatchTry seen)
    {
        var before = watch.State;
        WatchDecision.Apply(watch, seen.Reports.First(r => r.Category == watch.Category), seen);
        if (watch.State == before || !seen.IsExpected) return;
        if (watch.State is ListingWatchState.Stale or ListingWatchState.Refused or ListingWatchState.Truncated or ListingWatchState.None)
            log.LogWarning("Listing of {Day} in {Category} is {State}: {Message}", IngestReport.InWords(watch.Date), watch.Category, watch.State, watch.Message);
    }

    private static Task<int> AddAsync(PaperDigestDb db, IReadOnlyList<(DateOnly Day, string Category, DateTimeOffset? Next)> watches, bool byHand, CancellationToken cancel)
    {
        var (days, categories, next) = (watches.Select(w => w.Day).ToArray(), watches.Select(w => w.Category).ToArray(), watches.Select(w => w.Next).ToArray());
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO listing_watches AS w (date, category, state, next_try_at, attempts, filled_in, by_hand)
            SELECT date, category, 'awaited', next_try_at, 0, 0, {byHand}
            FROM unnest({days}, {categories}, {next}) AS wanted (date, category, next_try_at)
            ON CONFLICT (date, category) DO UPDATE SET by_hand = false WHERE w.by_hand AND NOT excluded.by_hand
            """, cancel);
    }
}
