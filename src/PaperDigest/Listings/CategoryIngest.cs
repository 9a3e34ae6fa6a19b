using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Takes in one category's listing of a day from one source.</summary>
internal sealed class CategoryIngest(ArxivSource arxiv, StoredListings stored, ListingImporter importer, CategoryReconciliation reconciliation)
{
    /// <summary>Reads the feed; null when it is of another day.</summary>
    public async Task<CategoryReport?> FromFeedAsync(string category, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var fetched = await arxiv.FeedAsync(category, order.Tell, cancel);
        var report = new CategoryReport(category, CategoryOutcome.Refused) { Source = ListingSource.Feed, Attempts = fetched.Attempts };
        if (fetched.Feed is not { } feed) return report with { Message = Why(fetched.Refusal!) };
        if (feed.ListingDate != order.Day) return null;
        report = report with { Rejected = feed.Rejected, Warnings = feed.Warnings };
        if (feed.Papers.Count == 0)
        {
            return feed.Rejected.Count > 0
                ? report with { Message = $"None of the feed's {feed.Rejected.Count} items could be read." }
                : report with { Outcome = CategoryOutcome.Nothing, Message = "The feed holds no papers: a holiday, or arXiv is late." };
        }
        var versions = feed.Papers.Select(p => new PaperVersionKey(p.Id.ToString(), p.Version)).ToList();
        if (StaleBatch.Is(versions, await stored.BeforeAsync(order.Day, category, cancel)))
            return report with { Outcome = CategoryOutcome.Stale, Message = "The feed shows the papers of the listing before under this day's date." };

        var listing = new CategoryListing(order.Day, category, ListingSource.Feed, [.. feed.Papers.Select(ListedPaper.Of)]);
        report = (report with { Outcome = CategoryOutcome.Stored, IsTruncated = feed.IsAtLimit }).With(await importer.ImportAsync(listing, now, cancel));
        return feed.IsAtLimit ? await BeyondLimitAsync(report, order, now, cancel) : report;
    }

    /// <summary>What a feed at its limit left out is looked for in arXiv's records at once.</summary>
    private async Task<CategoryReport> BeyondLimitAsync(CategoryReport report, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var rest = await reconciliation.RunAsync(report.Category, order, now, cancel);
        return report with
        {
            New = report.New + rest.New, CrossListed = report.CrossListed + rest.CrossListed, Replaced = report.Replaced + rest.Replaced,
            FilledIn = rest.FilledIn, IsReconciled = rest.IsReconciled, Attempts = report.Attempts + rest.Attempts,
            Rejected = [.. report.Rejected, .. rest.Rejected],
            Message = $"The feed ended at arXiv's limit of {ArxivFeed.LongestFeed} items. {rest.Message}",
        };
    }

    /// <summary>Reconstructs the listing from OAI-PMH's records of the day, unless it is known from the feed.</summary>
    public async Task<CategoryReport> FromRecordsAsync(string category, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (await stored.FindAsync(order.Day, category, cancel) is { Source: ListingSource.Feed } known)
            return new CategoryReport(category, CategoryOutcome.Stored) { Source = ListingSource.Feed, Unchanged = known.EntryCount, Message = "It was read from the feed when that was of this day." };

        var reading = await arxiv.RecordsAsync(order.Day, category, order.Tell, cancel);
        var report = new CategoryReport(category, CategoryOutcome.Refused) { Source = ListingSource.Oai, Attempts = reading.Attempts, Rejected = reading.Rejected };
        if (reading.Refusal is { } refusal) return report with { Message = Why(refusal) };
        var records = new DayRecords(order.Day, category, order.Calendar);
        // Some records change on any day. Where none must have been announced on this one, nothing was.
        if (records.Certain(reading.Records).Count == 0)
            return report with { Outcome = CategoryOutcome.Nothing, Message = $"None of the {reading.Records.Count} records that OAI-PMH has of this day was announced on it." };

        var listing = new CategoryListing(order.Day, category, ListingSource.Oai, records.Possible(reading.Records));
        return (report with { Outcome = CategoryOutcome.Stored }).With(await importer.ImportAsync(listing, now, cancel));
    }

    /// <summary>
    /// Asks OAI-PMH whether a category whose feed is empty had no paper that day. Where it says so, the category is quiet: it has
    /// a listing of no papers, and its report names that source. Otherwise it stays missing.
    /// </summary>
    public async Task<CategoryReport> ConfirmQuietAsync(CategoryReport empty, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var reading = await arxiv.RecordsAsync(order.Day, empty.Category, order.Tell, cancel);
        empty = empty with { Attempts = empty.Attempts + reading.Attempts };
        if (reading.Refusal is { } refusal) return empty with { Message = $"{empty.Message} OAI-PMH could not be asked: {Why(refusal)}" };
        var announced = new DayRecords(order.Day, empty.Category, order.Calendar).Certain(reading.Records);
        if (announced.Count > 0)
            return empty with { Message = $"The feed holds no papers, but OAI-PMH has {announced.Count} of this day: arXiv is late, or the feed is broken." };
        await importer.StoreQuietAsync(new CategoryListing(order.Day, empty.Category, ListingSource.Feed, []), now, cancel);
        return empty with { Source = ListingSource.Oai, Message = "The feed holds no papers, and OAI-PMH has none of this day either: a quiet category." };
    }

    /// <summary>Stores that a category had no paper on a day that is over, so that it is not taken for missing.</summary>
    public Task KeepQuietAsync(CategoryReport none, IngestOrder order, DateTimeOffset now, CancellationToken cancel) =>
        importer.StoreQuietAsync(new CategoryListing(order.Day, none.Category, ListingSource.Oai, []), now, cancel);

    /// <summary>The report of a category whose feed is awaited.</summary>
    public static CategoryReport NotYet(string category, DateOnly day) =>
        new(category, CategoryOutcome.Nothing) { Message = $"The feed is not of {IngestReport.InWords(day)} yet." };

    /// <summary>A refusal in words for the operator.</summary>
    public static string Why(Refusal refusal) =>
        refusal.Kind == RefusalKind.NoContact ? "arXiv wants to know who asks: set Arxiv__Contact to your e-mail address." : refusal.Message;
}
