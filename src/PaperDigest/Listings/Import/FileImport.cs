namespace PaperDigest.Listings;

/// <summary>Takes in a file by what it is, and keeps a row of the run.</summary>
internal sealed class FileImport(SnapshotImport snapshot, CuratedImport curated, RunLog runs, TimeProvider time)
{
    /// <summary>Takes in <paramref name="file"/>, telling in words how far it is. What is wrong with the file is in the report.</summary>
    public Task<ImportReport> RunAsync(ImportFile file, Action<string>? tell, CancellationToken cancel) => file.Format switch
    {
        FileFormat.Snapshot => snapshot.RunAsync(file, progress => tell?.Invoke(progress.ToString()), cancel),
        FileFormat.DailyPapers => TakeInListsAsync(file, tell, cancel),
        var format => Task.FromResult(ImportReport.Refused(file.Name, format, FileFormats.WhyNot(format)!)),
    };

    private async Task<ImportReport> TakeInListsAsync(ImportFile file, Action<string>? tell, CancellationToken cancel)
    {
        var (now, begun) = (time.GetUtcNow(), time.GetTimestamp());
        var run = await runs.BeginAsync(new RunStart(RunKind.Import, file.Name), now, cancel);
        await using var json = file.Content(0);
        var lists = await curated.RunAsync(json, tell, now, cancel);
        await runs.RejectAsync(run, lists.Rejected, cancel);
        await runs.EndAsync(run, lists.Outcome, RunLog.Json(new { lists.Message, lists.Total }), cancel);
        var total = lists.Total;
        return new ImportReport(file.Name, file.Format, lists.Outcome, $"{file.Name}: {lists.Message}")
        {
            Total = new ImportTotals(total.New, 0, total.AlreadyThere + total.Changed, total.Unchanged, total.Rejected), Lines = lists.Lists,
            Seconds = Math.Round(time.GetElapsedTime(begun).TotalSeconds, 1), IsDone = lists.Outcome != IngestOutcome.Failed,
        };
    }
}
