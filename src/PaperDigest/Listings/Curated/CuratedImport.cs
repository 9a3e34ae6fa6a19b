using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in recorded lists of Hugging Face: an answer of its API (an array of wrappers, each of the UTC day on which it was
/// submitted), or lines of <c>{"date": …, "papers": [wrapper, …]}</c>. A list is stored in a transaction of its own, so that a run
/// that is stopped loses nothing and can be run again.
/// </summary>
internal sealed class CuratedImport(CuratedImporter importer)
{
    /// <summary>
    /// Reads <paramref name="json"/> (plain, in UTF-8) to its end, holding one list in memory; <paramref name="tell"/> hears of each. What
    /// makes no sense is in the report.
    /// </summary>
    public async Task<CuratedImportReport> RunAsync(Stream json, Action<string>? tell, DateTimeOffset now, CancellationToken cancel)
    {
        var report = CuratedImportReport.Nothing;
        await foreach (var part in RecordedLists.Read(json, DailyPapersDate.At(now), cancel))
        {
            if (part.Papers.Count > 0)
            {
                var change = await importer.StoreAsync(CuratedDay.Recorded(part.Date, part.Papers), now, cancel);
                tell?.Invoke($"{IngestReport.InWords(part.Date)}: {CuratedText.Of(change)}");
                report = report.With(part.Date, change);
            }
            report = report.With(part.Rejected);
        }
        return report;
    }
}
