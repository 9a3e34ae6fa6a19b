using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>
/// When a curated list is looked at: all through its own day, and again when it is 1, 2, 4, 7, 14 and 30 days old, as most votes
/// come in the first days and a few in the first month.
/// </summary>
internal static class ObservationSchedule
{
    /// <summary>How far back lists are looked at: the last age, and a week in which that may have been missed.</summary>
    public const int DaysBack = 37;

    /// <summary>How far back a list that was never seen is made up for.</summary>
    private const int DaysMadeUpFor = 7;

    private static readonly int[] Ages = [1, 2, 4, 7, 14, 30];

    /// <summary>
    /// The dates that are due at <paramref name="now"/>, today's first, by when each list was <paramref name="seen"/> last.
    /// </summary>
    public static IReadOnlyList<DateOnly> Due(IReadOnlyDictionary<DateOnly, DateTimeOffset> seen, DateTimeOffset now)
    {
        var today = DailyPapersDate.At(now);
        return [.. Enumerable.Range(0, DaysBack + 1).Select(back => today.AddDays(-back)).Where(IsDue)];

        bool IsDue(DateOnly date)
        {
            if (date == today) return DailyPapersDate.IsWeekday(date);
            return seen.TryGetValue(date, out var at)
                ? Ages.Select(age => Beginning(date).AddDays(age)).Any(due => at < due && due <= now)
                : DailyPapersDate.IsWeekday(date) && today.DayNumber - date.DayNumber <= DaysMadeUpFor;
        }
    }

    private static DateTimeOffset Beginning(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);
}
