namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// The day a listing bears: the heading of arXiv's page and the feed's publication date. It is the Eastern date of the evening
/// announcement plus one, never a submission date.
/// </summary>
public static class ListingDate
{
    /// <summary>The day of a feed by its publication date (midnight Eastern time).</summary>
    public static DateOnly Of(DateTimeOffset published) => EasternTime.DateAt(published);

    /// <summary>The day whose listing the feeds show at an instant; they switch at midnight Eastern time.</summary>
    public static DateOnly FeedDay(DateTimeOffset now) => EasternTime.DateAt(now);

    /// <summary>The instant, in UTC, from which the feeds show the listing of <paramref name="day"/>, if arXiv is on time.</summary>
    public static DateTimeOffset FeedsFrom(DateOnly day) => EasternTime.At(day, TimeOnly.MinValue);

    /// <summary>False on Saturday and Sunday, for which arXiv never makes a listing. Holidays are weekdays without one.</summary>
    public static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
