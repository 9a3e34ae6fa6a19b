namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// When a paper can have been listed first, where no listing of it is known. These are bounds, not listings: moderation holds a
/// paper for days, and holidays move whole batches.
/// </summary>
public static class FirstListing
{
    /// <summary>The end of a day's batch of submissions, Monday to Friday.</summary>
    private static readonly TimeOnly Deadline = new(14, 0);

    /// <summary>An id carries the month of its announcement, whose listing can bear a day of the next month over a long weekend.</summary>
    public static DateOnly AtLatest(ArxivId id) => id.Month.AddMonths(1).AddDays(3);

    /// <summary>The first listing for which a first version submitted at this instant was in time, within the month that the id allows.</summary>
    public static DateOnly AtEarliest(ArxivId id, DateTimeOffset submitted)
    {
        var (first, last) = (ListingDate.IsWeekday(id.Month) ? id.Month : Following(id.Month), AtLatest(id));
        if (DateOnly.FromDateTime(submitted.UtcDateTime) >= last)
            return last;
        var day = ListingOf(submitted);
        return day < first ? first : day > last ? last : day;
    }

    /// <summary>What is submitted until 14:00 Eastern time is announced that evening, on Friday as on Thursday: for the next weekday.</summary>
    private static DateOnly ListingOf(DateTimeOffset submitted)
    {
        var day = EasternTime.DateAt(submitted);
        var isInTime = ListingDate.IsWeekday(day) && submitted < EasternTime.At(day, Deadline);
        return Following(isInTime ? day : Following(day));
    }

    private static DateOnly Following(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!ListingDate.IsWeekday(day));
        return day;
    }
}
