using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in the records that arXiv changed in a span of days, page by page, each page and how far it got in one transaction: a run
/// that is stopped or killed at any instant loses nothing, and the next one of the same order goes on there.
/// </summary>
internal sealed class Harvest(ArxivSource arxiv, RecordImporter importer, HarvestCursorStore cursors, RunLog runs)
{
    /// <summary>Of one window, after its token was refused. A list that breaks again and again would never end.</summary>
    private const int MostRestarts = 3;

    /// <summary>Every outcome is in the report; exceptions are for the database.</summary>
    public async Task<HarvestReport> RunAsync(HarvestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        await using var taken = await cursors.TryTakeAsync(order.Name, cancel);
        if (taken is null)
            return new HarvestReport(order.From, order.Until, order.Set, IngestOutcome.Failed, "This harvest is being run by another process at the moment.");
        var run = await runs.BeginAsync(new RunStart(RunKind.Harvest, arxiv.OaiHost), now, cancel);
        var progress = await OpenAsync(order, now, cancel);
        try
        {
            var report = progress.Report(await TakeInAsync(progress, run, now, cancel));
            await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
            return report;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            var report = progress.Report("it was stopped.");
            await runs.EndAsync(run, report.Outcome, RunLog.Json(report), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Where the harvest stands: at its beginning, or where an earlier run stopped.</summary>
    private async Task<HarvestProgress> OpenAsync(HarvestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        if (await cursors.FindAsync(order.Name, cancel) is not { FinishedAt: null } stopped)
            return new HarvestProgress(order, HarvestCursor.Start(order, now), resumed: false);
        var resumed = new HarvestProgress(order, stopped.WithoutExpiredToken(now), resumed: true);
        var expired = stopped.Token is not null && resumed.Cursor.Token is null;
        resumed.Move(resumed.Cursor, $"going on after page {stopped.Pages}{(expired ? "; its token has expired, so the window begins again" : "")}.");
        return resumed;
    }

    /// <summary>Why the harvest did not come to its end; null when it did.</summary>
    private async Task<string?> TakeInAsync(HarvestProgress progress, Guid run, DateTimeOffset now, CancellationToken cancel)
    {
        var (window, restarts) = (progress.Cursor.WindowFrom, 0);
        while (progress.Cursor.FinishedAt is null)
        {
            if (await TakeWindowAsync(progress, run, now, cancel) is not { } refusal) continue;
            if (progress.Cursor.WindowFrom != window) (window, restarts) = (progress.Cursor.WindowFrom, 0);
            if (refusal.Kind == RefusalKind.FormatNotOffered && progress.Cursor.Format == OaiFormat.Raw)
                progress.Move(progress.Cursor.AgainFromWindow() with { Format = OaiFormat.Parsed }, $"{refusal.Message} Asking for the other one.");
            else if (refusal.Kind == RefusalKind.ListBroken && restarts++ < MostRestarts)
                progress.Move(progress.Cursor.AgainFromWindow(), $"{refusal.Message} The window begins again.");
            else
                return refusal.Message;
            await cursors.StoreAsync(progress.Cursor, cancel);
        }
        return null;
    }

    /// <summary>Stores the window's pages from the cursor on; the refusal that ended it, or null at its end.</summary>
    private async Task<Refusal?> TakeWindowAsync(HarvestProgress progress, Guid run, DateTimeOffset now, CancellationToken cancel)
    {
        await foreach (var page in arxiv.ListAsync(progress.Cursor.Query(), progress.Order.Tell, cancel))
        {
            if (page.Refusal is { } refusal) return refusal;
            await runs.RejectAsync(run, page.Rejected, cancel);
            var next = progress.Cursor;
            var import = await importer.StoreAsync(
                page.Records,
                (connection, stored, also) => HarvestCursorStore.StoreAsync(connection, next = progress.Cursor.After(page, stored, now), also), now, cancel);
            progress.Note(page, import, next);
        }
        return null;
    }
}
