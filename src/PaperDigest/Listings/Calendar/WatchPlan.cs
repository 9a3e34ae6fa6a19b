using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Which listings the job waits for.</summary>
internal static class WatchPlan
{
    /// <summary>
    /// The dates for which a category is watched at <paramref name="now"/>: the newest announced one, and those of the week before
    /// it from the <paramref name="first"/> that the job ever waited for. On a holiday one category, <paramref name="isLookout"/>,
    /// looks whether arXiv announced something after all; if it <paramref name="has"/>, all are watched.
    /// </summary>
    public static IEnumerable<DateOnly> Of(AnnouncementCalendar calendar, DateOnly? first, bool isLookout, IReadOnlySet<DateOnly> has, DateTimeOffset now)
    {
        var today = ListingDate.FeedDay(now);
        var newest = AnnouncementTime.Of(today.AddDays(1)) <= now ? today.AddDays(1) : today;
        var from = first is { } day && day < today ? Later(day, today.AddDays(-TrySchedule.DaysTried)) : today;
        for (var date = from; date <= newest; date = date.AddDays(1))
        {
            if (calendar.IsExpected(date) || (calendar.HolidayBehind(date) is not null && (isLookout || has.Contains(date)))) yield return date;
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
