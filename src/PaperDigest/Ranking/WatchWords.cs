using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>What is missing of a day, why, and when it is asked for again, in words for readers.</summary>
internal static class WatchWords
{
    /// <summary>
    /// Says it of the <paramref name="wanted"/> categories that are not <paramref name="here"/>; empty when all are:
    /// "3 of 5 categories in, cs.LG and stat.ML late; next try 02:40 UTC".
    /// </summary>
    public static string Of(IReadOnlyList<string> wanted, IReadOnlyCollection<string> here, IReadOnlyList<ListingWatch> watches, DateTimeOffset now)
    {
        var missing = watches.Where(w => wanted.Contains(w.Category) && !here.Contains(w.Category) && !w.IsHere).ToList();
        var unwatched = wanted.Where(c => !here.Contains(c) && watches.All(w => w.Category != c)).ToList();
        if (missing.Count + unwatched.Count == 0) return "";
        if (missing.Count == 0) return $"not in yet: {string.Join(", ", unwatched)}";
        var parts = missing.GroupBy(w => Explained(w.State)).Select(g => $"{List([.. g.Select(w => w.Category)], wanted.Count)} {g.Key}").ToList();
        if (unwatched.Count > 0) parts.Add($"{List(unwatched, wanted.Count)} not asked for");
        var count = wanted.Count - missing.Count - unwatched.Count;
        return $"{(count == 0 ? "none" : count)} of {wanted.Count} {(wanted.Count == 1 ? "category" : "categories")} in, {string.Join(", ", parts)}; {NextTry(missing, now)}";
    }

    /// <summary>How a listing stands, in a word or two.</summary>
    public static string Word(ListingWatchState state) => state switch
    {
        ListingWatchState.Awaited => "awaited",
        ListingWatchState.Late => "late",
        ListingWatchState.Stale => "stale",
        ListingWatchState.Refused => "out of reach",
        ListingWatchState.Truncated => "cut off at the feed's limit",
        ListingWatchState.Whole => "whole",
        ListingWatchState.Rebuilt => "rebuilt from records",
        ListingWatchState.Quiet => "quiet",
        ListingWatchState.None => "announced by nobody",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static string Explained(ListingWatchState state) =>
        state == ListingWatchState.Stale ? "stale (the feed repeats the listing before)" : Word(state);

    private static string NextTry(List<ListingWatch> missing, DateTimeOffset now)
    {
        if (missing.Min(w => w.NextTryAt) is not { } next) return "not asked for any more";
        if (next <= now) return "next try within minutes";
        // The date is told when it is not today's.
        return "next try " + next.UtcDateTime.ToString(next.UtcDateTime.Date == now.UtcDateTime.Date ? "HH:mm 'UTC'" : "d MMMM HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }

    private static string List(List<string> categories, int of)
    {
        if (categories.Count == of) return of == 1 ? "it is" : "all";
        return categories.Count == 1 ? categories[0] : $"{string.Join(", ", categories.SkipLast(1))} and {categories[^1]}";
    }
}
