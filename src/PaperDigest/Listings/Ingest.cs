using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in the listings of a day, category by category, and keeps a row of the run. Each category is stored whole or not at all,
/// and one that is refused does not lose the others; to run it again, or twice at once, changes nothing that is in.
/// </summary>
internal sealed class Ingest(CategoryIngest categories, StoredListings stored, RunLog runs, ArxivOptions options)
{
    /// <summary>Every outcome is in the report; exceptions are for the database.</summary>
    public async Task<IngestReport> RunAsync(IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var run = await runs.BeginAsync(new RunStart(RunKind.Listing, new Uri(options.FeedUrl).Host, order.Day), now, cancel);
        var refusal = WhyNot(order.Day, now);
        var categories = refusal is null ? await TakeInAsync(order, now, cancel) : [];
        var papers = await stored.CountsAsync(order.Day, cancel);
        var report = (refusal ?? IngestReport.Of(order.Day, categories, papers is not null)) with { Papers = papers };
        await runs.RejectAsync(run, [.. categories.SelectMany(c => c.Rejected)], cancel);
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report;
    }

    private IngestReport? WhyNot(DateOnly day, DateTimeOffset now)
    {
        if (!ListingDate.IsWeekday(day))
            return new IngestReport(day, IngestOutcome.Empty, $"{IngestReport.InWords(day)} is a {day.DayOfWeek}: arXiv announces nothing from Friday to Sunday evening, so there is no listing.");
        if (AnnouncementTime.Of(day) is var at && at > now)
            return new IngestReport(day, IngestOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"The listing of {IngestReport.InWords(day)} will be announced at {at:yyyy-MM-dd HH:mm} UTC."));
        return options.WhyNotToAsk() is { } why ? new IngestReport(day, IngestOutcome.Failed, why) : null;
    }

    private async Task<List<CategoryReport>> TakeInAsync(IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var reports = new List<CategoryReport>();
        var feedsShowAnotherDay = false;
        foreach (var category in order.Categories)
        {
            order.Tell?.Invoke($"{category} ({reports.Count + 1} of {order.Categories.Count})");
            var report = feedsShowAnotherDay ? null : await categories.FromFeedAsync(category, order, now, cancel);
            // All feeds switch days together, so the first spares asking the rest for a day that is over. Today each is asked: one may lag.
            feedsShowAnotherDay |= report is null && reports.Count == 0 && order.Day != ListingDate.FeedDay(now);
            reports.Add(report ?? (order.FeedsOnly ? CategoryIngest.NotYet(category, order.Day) : await categories.FromRecordsAsync(category, order, now, cancel)));
            order.Tell?.Invoke($"{category}: {IngestText.Of(reports[^1])}");
        }
        return await WithQuietOnesConfirmedAsync(reports, order, now, cancel);
    }

    /// <summary>
    /// An empty feed beside full ones, of this run or an earlier, is a quiet category or a fault, and a second source tells which.
    /// When all are empty it is a holiday or too early, and nobody else need be asked.
    /// </summary>
    private async Task<List<CategoryReport>> WithQuietOnesConfirmedAsync(
        List<CategoryReport> reports, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (!reports.Exists(r => r.Outcome == CategoryOutcome.Stored) && await stored.CountsAsync(order.Day, cancel) is null) return reports;
        for (var i = 0; i < reports.Count; i++)
        {
            if (reports[i] is { Outcome: CategoryOutcome.Nothing, Source: Catalogue.ListingSource.Feed } empty)
                reports[i] = await categories.ConfirmQuietAsync(empty, order, now, cancel);
        }
        return reports;
    }
}
