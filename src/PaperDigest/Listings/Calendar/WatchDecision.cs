using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Decides how a watched listing stands after a try, and when the next is due. Pure: the same inputs, the same watch.</summary>
internal static class WatchDecision
{
    /// <summary>An answer of nothing is believed when it was given so often, some time apart: arXiv's edge keeps answers for a while.</summary>
    private const int AnswersOfNothing = 3;

    /// <summary>Changes <paramref name="watch"/> by what <paramref name="report"/> of the try says.</summary>
    public static void Apply(ListingWatch watch, CategoryReport report, WatchTry seen)
    {
        watch.TriedAt = seen.Now;
        watch.Message = MessageOf(report);
        var state = StateOf(report, seen);
        if (report is { IsReconciled: true, FilledIn: 0 } && watch.State == ListingWatchState.Quiet) state = ListingWatchState.Quiet;
        if (IsIn(watch.State) && !IsIn(state)) Repeat(watch, report, seen);
        else if (IsIn(state)) TakenIn(watch, state, report, seen);
        else Missing(watch, state, seen);
    }

    /// <summary>Whether the listing is in the catalogue.</summary>
    public static bool IsIn(ListingWatchState state) => state is ListingWatchState.Whole or ListingWatchState.Truncated or ListingWatchState.Rebuilt;

    private static string? MessageOf(CategoryReport report) =>
        report.Message ?? (report.Outcome == CategoryOutcome.Stored ? null : report.Outcome.ToString());

    private static ListingWatchState StateOf(CategoryReport report, WatchTry seen) => report.Outcome switch
    {
        CategoryOutcome.Stored when report.Source != ListingSource.Feed => ListingWatchState.Rebuilt,
        CategoryOutcome.Stored => report is { IsTruncated: true, IsReconciled: false } ? ListingWatchState.Truncated : ListingWatchState.Whole,
        CategoryOutcome.Stale => ListingWatchState.Stale,
        CategoryOutcome.Refused => ListingWatchState.Refused,
        _ when !seen.IsExpected => ListingWatchState.None,
        _ when seen.Day > ListingDate.FeedDay(seen.Now) => ListingWatchState.Awaited,
        _ when report.Source != ListingSource.Oai => ListingWatchState.Late,
        _ => seen.HasPapers ? ListingWatchState.Quiet : ListingWatchState.None,
    };

    private static void TakenIn(ListingWatch watch, ListingWatchState state, CategoryReport report, WatchTry seen)
    {
        var isNew = watch.State != state;
        watch.State = state;
        watch.FilledIn += report.FilledIn;
        if (report.IsReconciled)
        {
            (watch.ReconciledAt, watch.NextTryAt, watch.Attempts) = (seen.Now, null, 0);
        }
        else if (isNew)
        {
            watch.Attempts = 0;
            watch.NextTryAt = state switch
            {
                ListingWatchState.Whole => TrySchedule.Comparison(seen.Day, seen.Now),
                ListingWatchState.Truncated => TrySchedule.After(1, seen.Day, seen.Now),
                // Rebuilt before the feeds came to show it: they tell exactly.
                _ => seen.Day >= ListingDate.FeedDay(seen.Now) ? TrySchedule.After(1, seen.Day, seen.Now) : null,
            };
        }
    }

    /// <summary>The listing is in; what was asked beyond it, its comparison with the records or its feed, did not come.</summary>
    private static void Repeat(ListingWatch watch, CategoryReport report, WatchTry seen)
    {
        if (watch.NextTryAt is null) return;
        var isOver = watch.State == ListingWatchState.Rebuilt && seen.Day < ListingDate.FeedDay(seen.Now) && report.Outcome != CategoryOutcome.Refused;
        watch.NextTryAt = isOver ? null : TrySchedule.After(++watch.Attempts, seen.Day, seen.Now);
    }

    private static void Missing(ListingWatch watch, ListingWatchState state, WatchTry seen)
    {
        var isQuietStill = state == ListingWatchState.Quiet && watch.State == ListingWatchState.Quiet;
        // A category that proves quiet is asked once more; what awaits something else than before begins its steps anew.
        watch.Attempts = state is ListingWatchState.None or ListingWatchState.Quiet && watch.State != state ? 1 : watch.Attempts + 1;
        watch.State = state;
        watch.NextTryAt = state switch
        {
            ListingWatchState.Quiet when isQuietStill || seen.Day < ListingDate.FeedDay(seen.Now) => null,
            ListingWatchState.Quiet => TrySchedule.Comparison(seen.Day, seen.Now),
            ListingWatchState.None when !seen.IsExpected || watch.Attempts >= AnswersOfNothing => null,
            _ => TrySchedule.After(watch.Attempts, seen.Day, seen.Now),
        };
    }
}
