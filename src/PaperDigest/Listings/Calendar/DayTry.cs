using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Does what is due for a day: takes in what is missing, from the feeds while they show the day, and compares what is in.</summary>
internal sealed class DayTry(Ingest ingest, Reconcile reconcile)
{
    /// <summary>Says in a sentence for each run what came of it.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(DateOnly day, IReadOnlyList<ListingWatch> due, DateTimeOffset now, CancellationToken cancel)
    {
        var said = new List<string>();
        var isOver = day < ListingDate.FeedDay(now);
        string[] missing = [.. due.Where(w => !IsToBeCompared(w, isOver)).Select(w => w.Category)];
        string[] toCompare = [.. due.Where(w => IsToBeCompared(w, isOver)).Select(w => w.Category)];
        if (missing.Length > 0)
            said.Add((await ingest.RunAsync(new IngestOrder(day, missing) { From = isOver ? IngestFrom.Records : IngestFrom.Feeds }, now, cancel)).Message);
        if (toCompare.Length > 0)
            said.Add((await reconcile.RunAsync(new IngestOrder(day, toCompare), now, cancel)).Message);
        return said;
    }

    /// <summary>A quiet category is asked again as if it were missing while its feed can tell, and compared when the day is over.</summary>
    private static bool IsToBeCompared(ListingWatch watch, bool isOver) =>
        watch.State is ListingWatchState.Whole or ListingWatchState.Truncated || (watch.State == ListingWatchState.Quiet && isOver);
}
