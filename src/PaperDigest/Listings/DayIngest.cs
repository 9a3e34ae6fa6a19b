using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Takes in a day's listings, one category after the other; one that is refused does not lose the others.</summary>
internal sealed class DayIngest(CategoryIngest categories, StoredListings stored)
{
    public async Task<IReadOnlyList<CategoryReport>> RunAsync(IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var isExpected = order.Calendar.IsExpected(order.Day);
        // Some records change on any day: on a holiday they would be taken for a listing. The feeds know.
        if (!isExpected) order = order with { From = IngestFrom.Feeds };
        var reports = new List<CategoryReport>();
        var feedsShowAnotherDay = order.From == IngestFrom.Records;
        foreach (var category in order.Categories)
        {
            order.Tell?.Invoke($"{category} ({reports.Count + 1} of {order.Categories.Count})");
            var report = feedsShowAnotherDay ? null : await categories.FromFeedAsync(category, order, now, cancel);
            // All feeds switch days together, so the first spares asking the rest for a day that is over. Today each is asked: one may lag.
            feedsShowAnotherDay |= report is null && reports.Count == 0 && order.Day != ListingDate.FeedDay(now);
            reports.Add(report ?? (order.From == IngestFrom.Feeds
                ? CategoryIngest.NotYet(category, order.Day) : await categories.FromRecordsAsync(category, order, now, cancel)));
            order.Tell?.Invoke($"{category}: {IngestText.Of(reports[^1])}");
            // One look is enough at a day on which arXiv means to announce nothing.
            if (!isExpected && reports[^1].Outcome != CategoryOutcome.Stored) return reports;
        }
        return await WithQuietOnesConfirmedAsync(reports, order, now, cancel);
    }

    /// <summary>The papers that the day has; null when it has none.</summary>
    public Task<DayCounts?> PapersAsync(DateOnly day, CancellationToken cancel) => stored.CountsAsync(day, cancel);

    /// <summary>
    /// An empty feed beside full ones, of this run or an earlier, is a quiet category or a fault, and a second source tells which.
    /// When all are empty it is too early or arXiv announced nothing, and nobody else need be asked yet.
    /// </summary>
    private async Task<IReadOnlyList<CategoryReport>> WithQuietOnesConfirmedAsync(
        List<CategoryReport> reports, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (!reports.Exists(r => r.Outcome == CategoryOutcome.Stored) && await stored.CountsAsync(order.Day, cancel) is null) return reports;
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i] is { Outcome: CategoryOutcome.Nothing, Source: Catalogue.ListingSource.Feed } empty)
                reports[i] = await categories.ConfirmQuietAsync(empty, order, now, cancel);
            else if (reports[i] is { Outcome: CategoryOutcome.Nothing, Source: Catalogue.ListingSource.Oai } none && order.Day < ListingDate.FeedDay(now))
                await categories.KeepQuietAsync(none, order, now, cancel);
        }
        return reports;
    }
}
