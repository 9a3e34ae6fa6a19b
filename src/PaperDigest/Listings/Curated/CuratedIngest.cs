using System.Globalization;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in Hugging Face's list of a day and keeps a row of the run. The list is stored whole or not at all; to run it again, or
/// twice at once, changes nothing but the counts that have changed.
/// </summary>
internal sealed class CuratedIngest(DailyPapersClient huggingFace, CuratedImporter importer, RunLog runs, HuggingFaceOptions options)
{
    /// <summary>Every outcome is in the report; exceptions are for the database. <paramref name="tell"/> hears of each step.</summary>
    public async Task<CuratedReport> RunAsync(DateOnly day, Action<string>? tell, DateTimeOffset now, CancellationToken cancel)
    {
        var run = await runs.BeginAsync(new RunStart(RunKind.Curated, new Uri(options.Url).Host, day), now, cancel);
        var report = WhyNot(day, now) ?? await TakeInAsync(day, tell, now, cancel);
        await runs.RejectAsync(run, report.Rejected, cancel);
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report;
    }

    private static CuratedReport? WhyNot(DateOnly day, DateTimeOffset now)
    {
        if (day < DailyPapersDate.First)
            return new CuratedReport(day, IngestOutcome.Empty, $"Hugging Face's first list is that of {IngestReport.InWords(DailyPapersDate.First)}.");
        return day <= DailyPapersDate.At(now) ? null : new CuratedReport(day, IngestOutcome.Failed, string.Create(
            CultureInfo.InvariantCulture, $"Hugging Face's list of {IngestReport.InWords(day)} begins at {DailyPapersDate.Opens(day):yyyy-MM-dd HH:mm} UTC."));
    }

    private async Task<CuratedReport> TakeInAsync(DateOnly day, Action<string>? tell, DateTimeOffset now, CancellationToken cancel)
    {
        tell?.Invoke($"Hugging Face, {IngestReport.InWords(day)}");
        var fetched = await huggingFace.Fetch(day, tell, cancel);
        var report = new CuratedReport(day, IngestOutcome.Failed, $"Hugging Face's list of {IngestReport.InWords(day)} could not be taken in. {fetched.Refusal?.Message}")
        {
            Attempts = fetched.Attempts, Rejected = fetched.Rejected, Total = new CuratedTotals(0, 0, 0, 0, fetched.Rejected.Count),
        };
        if (fetched.Refusal is not null) return report;
        if (fetched.Papers.Count == 0 && fetched.Rejected.Count > 0)
            return report with { Message = $"None of the {fetched.Rejected.Count} papers on Hugging Face's list of {IngestReport.InWords(day)} could be read." };
        var change = await importer.StoreAsync(new CuratedDay(day, fetched.Papers, now), now, cancel);
        report = report with { Missing = change.Missing, Total = report.Total.And(change) };
        return fetched.Papers.Count == 0
            ? report with { Outcome = IngestOutcome.Empty, Message = Nothing(day, now) + Kept(change.Missing) }
            : report with { Outcome = IngestOutcome.Complete, Message = $"Hugging Face's list of {IngestReport.InWords(day)} is in: {CuratedText.Of(report.Total)}.{Kept(change.Missing)}" };
    }

    private static string Nothing(DateOnly day, DateTimeOffset now) =>
        $"Hugging Face has no papers on its list of {IngestReport.InWords(day)}{(!DailyPapersDate.IsWeekday(day) ? $", a {day.DayOfWeek}" : day == DailyPapersDate.At(now) ? " yet" : "")}.";

    private static string Kept(int missing) => missing == 0 ? "" : $" {missing} papers that were stored of it are not on it any more; they were kept.";
}
