using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in today's listing as it comes: asks the feeds of the categories that are still missing, until the day is whole. Safe to
/// run twice and beside itself, as <see cref="Ingest"/> is.
/// </summary>
internal sealed class IngestJob(Ingest ingest, StoredListings stored, ArxivOptions options)
{
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var day = ListingDate.FeedDay(now);
        if (!ListingDate.IsWeekday(day)) return $"{IngestReport.InWords(day)} is a {day.DayOfWeek}: there is no listing.";
        if (options.WhyNotToAsk() is { } why) return why;
        var missing = await stored.MissingAsync(day, options.CategoryList, cancel);
        if (missing.Count == 0) return $"The listing of {IngestReport.InWords(day)} is whole; nothing was asked.";
        var report = await ingest.RunAsync(new IngestOrder(day, missing) { FeedsOnly = true }, now, cancel);
        return report.Message;
    }
}
