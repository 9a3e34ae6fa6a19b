using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Takes in one category's listing of a day from one source.</summary>
internal sealed class CategoryIngest(ArxivSource arxiv, StoredListings stored, ListingImporter importer)
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
        return (report with { Outcome = CategoryOutcome.Stored }).With(await importer.ImportAsync(listing, now, cancel));
    }

    /// <summary>Reconstructs the listing from OAI-PMH's records of the day, unless it is known from the feed.</summary>
    public async Task<CategoryReport> FromRecordsAsync(string category, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (await stored.FindAsync(order.Day, category, cancel) is { Source: ListingSource.Feed } known)
            return new CategoryReport(category, CategoryOutcome.Stored) { Source = ListingSource.Feed, Unchanged = known.EntryCount, Message = "It was read from the feed when that was of this day." };

        var reading = await arxiv.RecordsAsync(order.Day, category, order.Tell, cancel);
        var report = new CategoryReport(category, CategoryOutcome.Refused) { Source = ListingSource.Oai, Attempts = reading.Attempts, Rejected = reading.Rejected };
        if (reading.Refusal is { } refusal) return report with { Message = Why(refusal) };
        var papers = Announced(reading, order.Day, category);
        if (papers.Count == 0)
            return report with { Outcome = CategoryOutcome.Nothing, Message = $"None of the {reading.Records.Count} records that OAI-PMH has of this day can have been announced on it." };

        var listing = new CategoryListing(order.Day, category, ListingSource.Oai, papers);
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
        var papers = Announced(reading, order.Day, empty.Category);
        if (papers.Count > 0)
            return empty with { Message = $"The feed holds no papers, but OAI-PMH has {papers.Count} of this day: arXiv is late, or the feed is broken." };
        await importer.StoreQuietAsync(new CategoryListing(order.Day, empty.Category, ListingSource.Feed, []), now, cancel);
        return empty with { Source = ListingSource.Oai, Message = "The feed holds no papers, and OAI-PMH has none of this day either: a quiet category." };
    }

    /// <summary>The report of a category whose feed is awaited.</summary>
    public static CategoryReport NotYet(string category, DateOnly day) =>
        new(category, CategoryOutcome.Nothing) { Message = $"The feed is not of {IngestReport.InWords(day)} yet." };

    /// <summary>The records that can have been announced that day, in the order of a feed.</summary>
    private static List<ListedPaper> Announced(OaiReading reading, DateOnly day, string category) =>
        [.. reading.Records.Select(r => ListedPaper.Of(r, day, category)).OfType<ListedPaper>().OrderBy(p => p.Section).ThenBy(p => p.Id)];

    private static string Why(Refusal refusal) =>
        refusal.Kind == RefusalKind.NoContact ? "arXiv wants to know who asks: set Arxiv__Contact to your e-mail address." : refusal.Message;
}
