namespace PaperDigest.Listings;

/// <summary>Compares listings that are in with arXiv's records, keeps a row of the run, and notes what came of it.</summary>
internal sealed class Reconcile(CategoryReconciliation categories, Watches watches, RunLog runs, ArxivOptions options)
{
    public async Task<IngestReport> RunAsync(IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        order = order with { Calendar = await watches.CalendarAsync(cancel) };
        var run = await runs.BeginAsync(new RunStart(RunKind.Listing, new Uri(options.OaiUrl).Host, order.Day), now, cancel);
        var reports = new List<CategoryReport>();
        foreach (var category in order.Categories) reports.Add(await categories.RunAsync(category, order, now, cancel));
        await watches.NoteAsync(new WatchTry(order.Day, reports, now) { HasPapers = true, IsExpected = order.Calendar.IsExpected(order.Day) }, cancel);
        var report = ReportOf(order, reports);
        await runs.RejectAsync(run, [.. reports.SelectMany(c => c.Rejected)], cancel);
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report;
    }

    private static IngestReport ReportOf(IngestOrder order, List<CategoryReport> reports)
    {
        var left = reports.Where(r => !r.IsReconciled).Select(r => r.Category).ToList();
        var compared = reports.Count - left.Count;
        var message = $"Compared {(compared == 1 ? "1 listing" : $"{compared} listings")} of {IngestReport.InWords(order.Day)} with arXiv's records: {reports.Sum(r => r.FilledIn)} papers filled in";
        return left.Count == 0
            ? new IngestReport(order.Day, IngestOutcome.Complete, $"{message}.") { Categories = reports }
            : new IngestReport(order.Day, compared > 0 ? IngestOutcome.Partial : IngestOutcome.Failed, $"{message}; still to be compared: {string.Join(", ", left)}.") { Categories = reports };
    }
}
