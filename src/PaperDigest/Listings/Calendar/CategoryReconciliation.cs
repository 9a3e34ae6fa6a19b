using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>
/// Compares one category's listing of a day with arXiv's records of that day: what the records have as announced and the feed had
/// not is filled in and marked, and all that feeds do not carry (comments, DOI, first submission) comes with it. Doing it again
/// changes nothing.
/// </summary>
internal sealed class CategoryReconciliation(ArxivSource arxiv, StoredListings stored, ListingImporter importer)
{
    public async Task<CategoryReport> RunAsync(string category, IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var reading = await arxiv.RecordsAsync(order.Day, category, order.Tell, cancel);
        var report = new CategoryReport(category, CategoryOutcome.Refused) { Source = ListingSource.Oai, Attempts = reading.Attempts, Rejected = reading.Rejected };
        if (reading.Refusal is { } refusal) return report with { Message = CategoryIngest.Why(refusal) };

        var listed = await stored.PapersAsync(order.Day, category, cancel);
        if (listed.Count > 0 && !reading.Records.Any(r => listed.Contains(r.Id.ToString())))
            return report with { Outcome = CategoryOutcome.Nothing, Message = $"OAI-PMH has none of the listing's {listed.Count} papers yet." };
        var records = await MissedAsync(reading, listed, (category, order), cancel);
        var import = await importer.FillInAsync(new CategoryListing(order.Day, category, ListingSource.Oai, records), now, cancel);
        return Said(report with { Outcome = CategoryOutcome.Stored, Source = ListingSource.Feed, IsReconciled = true }, import, listed.Count);
    }

    /// <summary>The records of listed papers, whose details are wanted, and those of papers that must have been announced with them.</summary>
    private async Task<IReadOnlyList<ListedPaper>> MissedAsync(
        OaiReading reading, IReadOnlySet<string> listed, (string Category, IngestOrder Order) of, CancellationToken cancel)
    {
        var day = of.Order.Day;
        var records = new DayRecords(day, of.Category, of.Order.Calendar);
        var known = await stored.DatesAsync(day.AddDays(-DayRecords.DaysBack), day, of.Category, cancel);
        var certain = records.Certain(reading.Records, known);
        return [.. records.Possible(reading.Records).Where(p => certain.Contains(p.Id) || listed.Contains(p.Id.ToString()))];
    }

    private static CategoryReport Said(CategoryReport report, ListingImport import, int listed)
    {
        var filledIn = import.New + import.CrossListed + import.Replaced;
        return report with
        {
            New = import.New, CrossListed = import.CrossListed, Replaced = import.Replaced, Unchanged = listed, FilledIn = filledIn,
            Message = filledIn == 0
                ? "arXiv's records of the day have nothing that the feed had not."
                : $"{(filledIn == 1 ? "1 paper was" : $"{filledIn} papers were")} filled in: arXiv's records have what the feed had not.",
        };
    }
}
