using System.Threading.Channels;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in the snapshot of arXiv's metadata: one thread reads and parses while another has the database store. What is in memory is
/// a few batches, whatever the file's size. Killed at any instant, it goes on after the last batch that was stored.
/// </summary>
internal sealed class SnapshotImport(SnapshotStore store, RunLog runs, CatalogueUpkeep upkeep, TimeProvider time)
{
    /// <summary>Takes in <paramref name="file"/> to its end, telling how far it is after each batch. Every outcome is in the report.</summary>
    public async Task<ImportReport> RunAsync(ImportFile file, Action<ImportProgress>? tell, CancellationToken cancel)
    {
        var (now, begun) = (time.GetUtcNow(), time.GetTimestamp());
        var run = await runs.BeginAsync(new RunStart(RunKind.Import, file.Name), now, cancel);
        var start = await store.BeginAsync(file, now, cancel);
        var import = new Running(file, run, now) { Place = start, Begun = begun, Tell = tell };
        var trouble = await TakeInAsync(import, cancel);
        await upkeep.AfterAsync(import.Place.Total.Written - start.Total.Written, cancel);
        var report = ImportReport.Of(file, import.Place, trouble) with { ResumedAfter = start.LinesDone, Seconds = Math.Round(time.GetElapsedTime(begun).TotalSeconds, 1) };
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report;
    }

    /// <summary>What went wrong with the file, in a sentence; null when it was read to its end.</summary>
    private async Task<string?> TakeInAsync(Running import, CancellationToken cancel)
    {
        var reader = new SnapshotReader(import.File, import.Place, import.Now);
        try
        {
            await StoreAllAsync(reader, import, cancel);
        }
        catch (ImportOvertakenException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return $"The file can't be read any further: {e.Message}";
        }
        await store.FinishAsync(import.File.Fingerprint, time.GetUtcNow(), cancel);
        return reader.IsCutOff ? "It ends within a line, so it is not complete; download it again." : null;
    }

    private async Task StoreAllAsync(SnapshotReader reader, Running import, CancellationToken cancel)
    {
        var batches = Channel.CreateBounded<SnapshotBatch>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(() => ReadAllAsync(reader, batches.Writer, stop.Token), stop.Token);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancel)) await StoreAsync(batch, import, cancel);
        }
        finally
        {
            // Whatever ended the storing, nobody may go on reading a file that is about to be closed.
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, TaskScheduler.Default);
        }
        await reading;
    }

    private static async Task ReadAllAsync(SnapshotReader reader, ChannelWriter<SnapshotBatch> batches, CancellationToken cancel)
    {
        try
        {
            foreach (var batch in reader.Batches(cancel)) await batches.WriteAsync(batch, cancel);
        }
        finally
        {
            batches.Complete();
        }
    }

    private async Task StoreAsync(SnapshotBatch batch, Running import, CancellationToken cancel)
    {
        // Before the batch is in: a kill in between notes a line twice, in two runs, rather than never.
        await runs.RejectAsync(import.Id, batch.Rejected, cancel);
        import.Place = await store.StoreAsync(batch, (import.File.Fingerprint, import.Place), import.Now, cancel);
        var progress = new ImportProgress(batch.LinesDone, batch.BytesRead, import.File.Length, time.GetElapsedTime(import.Begun)) { First = import.First };
        import.First ??= progress;
        import.Tell?.Invoke(progress);
    }

    /// <summary>A run and where it stands.</summary>
    private sealed record Running(ImportFile File, Guid Id, DateTimeOffset Now)
    {
        public required ImportPlace Place { get; set; }
        public required long Begun { get; init; }
        public Action<ImportProgress>? Tell { get; init; }
        public ImportProgress? First { get; set; }
    }
}
