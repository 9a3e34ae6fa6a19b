using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>When a listing is asked for: from the moment at which it should be there, in widening steps, until a week after.</summary>
internal static class TrySchedule
{
    private static readonly TimeSpan AfterTheSwitch = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FirstStep = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(6);
    private static readonly TimeSpan Rush = TimeSpan.FromHours(1);

    /// <summary>From the feed's being taken in: by then arXiv's records, which come later than its pages, are all there.</summary>
    private static readonly TimeSpan BeforeComparing = TimeSpan.FromHours(4);

    /// <summary>Days after its date for which a listing is asked for.</summary>
    public const int DaysTried = 7;

    /// <summary>The first try: shortly after the feeds switch to the day at midnight Eastern time.</summary>
    public static DateTimeOffset FirstFor(DateOnly day) => ListingDate.FeedsFrom(day) + AfterTheSwitch;

    /// <summary>
    /// The try after <paramref name="attempts"/> of them: 10, 20, 40, 80 minutes and so on, at most six hours later; null when the
    /// week is over.
    /// </summary>
    public static DateTimeOffset? After(int attempts, DateOnly day, DateTimeOffset now)
    {
        if (!IsTried(day, now)) return null;
        var step = FirstStep * Math.Pow(2, Math.Clamp(attempts - 1, 0, 16));
        var next = now + (step < LongestStep ? step : LongestStep);
        return AfterTheRush(next > FirstFor(day) ? next : FirstFor(day));
    }

    /// <summary>When the listing is compared with arXiv's records; null when the week is over.</summary>
    public static DateTimeOffset? Comparison(DateOnly day, DateTimeOffset now) => IsTried(day, now) ? AfterTheRush(now + BeforeComparing) : null;

    public static bool IsTried(DateOnly day, DateTimeOffset now) => now < ListingDate.FeedsFrom(day.AddDays(DaysTried + 1));

    /// <summary>
    /// Leaves alone the hour after midnight UTC, in which arXiv's servers were seen to fail 15 requests of 15, and that after the
    /// announcement at 20:00 Eastern time, which is the same in summer.
    /// </summary>
    public static DateTimeOffset AfterTheRush(DateTimeOffset instant)
    {
        var midnight = new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero);
        if (instant < midnight + Rush) instant = midnight + Rush;
        var announced = AnnouncementTime.Of(ListingDate.FeedDay(instant).AddDays(1));
        return instant >= announced && instant < announced + Rush ? announced + Rush : instant;
    }
}
