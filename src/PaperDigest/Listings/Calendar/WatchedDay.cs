using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>A weekday as the operator looks at it: each category's listing, as it is stored and as it is known.</summary>
internal sealed record WatchedDay(DateOnly Date, IReadOnlyList<WatchedDay.Cell> Cells)
{
    /// <summary>Why nothing is expected; null on a day with a listing.</summary>
    public ArxivHoliday? Holiday { get; init; }

    /// <summary>The days of <paramref name="span"/>, newest first, weekends left out.</summary>
    public static IReadOnlyList<WatchedDay> Of(
        (DateOnly From, DateOnly Until) span, IReadOnlyList<string> categories, IReadOnlyList<ListingWatch> watches, IReadOnlyList<Listing> listings)
    {
        var known = watches.ToDictionary(w => (w.Date, w.Category));
        var stored = listings.ToDictionary(l => (l.Date, l.Category));
        return
        [
            .. Enumerable.Range(0, span.Until.DayNumber - span.From.DayNumber + 1).Select(n => span.Until.AddDays(-n)).Where(ListingDate.IsWeekday)
                .Select(day => new WatchedDay(day, [.. categories.Select(c => new Cell(c, known.GetValueOrDefault((day, c)), stored.GetValueOrDefault((day, c))))])),
        ];
    }

    /// <summary>One category's listing: what is known of it, and what is stored; each may be absent.</summary>
    internal sealed record Cell(string Category, ListingWatch? Watch, Listing? Stored)
    {
        /// <summary>How it stands; null where nobody waited for it and nothing is stored.</summary>
        public ListingWatchState? State => Watch?.State ?? Stored switch
        {
            null => null,
            { EntryCount: 0 } => ListingWatchState.Quiet,
            { Source: ListingSource.Feed } => ListingWatchState.Whole,
            _ => ListingWatchState.Rebuilt,
        };

        /// <summary>Whether somebody may want to look: it is not in, or not whole.</summary>
        public bool IsOpen => State is null or not (ListingWatchState.Whole or ListingWatchState.Rebuilt or ListingWatchState.Quiet);
    }
}
