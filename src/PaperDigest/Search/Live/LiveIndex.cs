using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Search;

/// <summary>
/// The index of this process over the catalogue: filled in the background at start, from the snapshot of the last run where there
/// is one, and kept up to date while the process runs. Changes are seen within a second of being committed, whichever node
/// wrote them; once an hour the whole is compared, for what was missed.
/// </summary>
internal sealed class LiveIndex(NpgsqlDataSource database, IndexUpdate update, EncoderStore encoders, IndexSnapshot snapshot, ILogger<LiveIndex> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenComparisons = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    // Whoever writes a thousand papers in a hundred transactions is followed five times a second, not a hundred times.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);

    private volatile PaperIndex? _index;
    private DateTimeOffset? _encoder;

    /// <summary>The index once it holds the whole catalogue; null while it is being filled.</summary>
    public PaperIndex? Ready => _index;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the application: reading a snapshot takes a second.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A restarted database, or whatever it was: an index that is not followed up grows old unseen.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogWarning(e, "The search index could not be kept up to date; it is tried again");
                await Task.Delay(AfterTrouble, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        // Listening first: what changes while the catalogue is read is told, and read again.
        await using var channel = await DatabaseChannel.ListenAsync(database, SearchChannel.Name, cancel);
        var index = _index ?? await FillAsync(cancel);
        await update.CompareAsync(index, cancel);
        _index = index;
        await LearnAsync(index, cancel);
        while (true)
        {
            var heard = await channel.WaitAsync(BetweenComparisons, cancel);
            if (heard.Count > 0) await Task.Delay(Gathering, cancel);
            if (heard.Count == 0 || heard.Contains("DELETE") || heard.Contains("TRUNCATE")) await update.CompareAsync(index, cancel);
            else await update.CatchUpAsync(index, cancel);
            if (heard.Count == 0 || heard.Contains(SearchChannel.EncoderTrained)) await LearnAsync(index, cancel);
            if (heard.Count == 0) snapshot.Write(index);
        }
    }

    private async Task<PaperIndex> FillAsync(CancellationToken cancel)
    {
        var index = snapshot.Read() ?? new PaperIndex();
        if (index.View.Count > 0) return index;
        await update.FillAsync(index, cancel);
        snapshot.Write(index);
        log.LogInformation("Filled the search index with {PaperCount} papers", index.View.Count);
        return index;
    }

    /// <summary>Takes over the encoder that was trained last, where it is another.</summary>
    private async Task LearnAsync(PaperIndex index, CancellationToken cancel)
    {
        if (await encoders.StateAsync(cancel) is not { } state || state.TrainedAt == _encoder) return;
        if (await encoders.ReadAsync(cancel) is not { } model) return;
        index.Adopt(await BackgroundThread.RunAsync(() => index.Encode(model, cancel)), cancel);
        _encoder = state.TrainedAt;
        log.LogInformation("Took over the encoder of {TrainedAt}", state.TrainedAt);
    }
}
