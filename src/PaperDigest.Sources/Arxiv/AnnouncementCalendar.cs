using System.Collections.Frozen;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// On which dates arXiv makes a listing: Monday to Friday, but for the listing that a holiday's evening would have announced. It
/// knows no more holidays than it is given. https://info.arxiv.org/help/availability.html
/// </summary>
public sealed class AnnouncementCalendar(IEnumerable<ArxivHoliday> holidays)
{
    /// <summary>More weekdays in a row than arXiv has ever been silent; a search that goes on is a calendar full of holidays.</summary>
    private const int LongestBreak = 366;

    /// <summary>What is sent in before this hour, Eastern time, is announced the same evening.</summary>
    private static readonly TimeOnly Deadline = new(14, 0);

    private readonly FrozenDictionary<DateOnly, ArxivHoliday> left = holidays
        .Where(holiday => TouchesAListing(holiday.Date))
        .GroupBy(holiday => ClosedBy(holiday.Date))
        .ToFrozenDictionary(group => group.Key, group => group.MaxBy(holiday => holiday.Date)!);

    /// <summary>Whether arXiv means to make a listing of this date.</summary>
    public bool IsExpected(DateOnly day) => ListingDate.IsWeekday(day) && !left.ContainsKey(day);

    /// <summary>The holiday for which a weekday has no listing; null on any other date.</summary>
    public ArxivHoliday? HolidayBehind(DateOnly day) => left.GetValueOrDefault(day);

    /// <summary>The next date after <paramref name="day"/> with a listing.</summary>
    public DateOnly Next(DateOnly day) => FirstFrom(day.AddDays(1));

    /// <summary>The dates from <paramref name="from"/> to <paramref name="until"/> (both included) that have a listing, in order.</summary>
    public IEnumerable<DateOnly> Between(DateOnly from, DateOnly until)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
        {
            if (IsExpected(day))
                yield return day;
        }
    }

    /// <summary>
    /// The listing that a version sent in at <paramref name="submitted"/> is in, unless a moderator holds it: no earlier one can
    /// have announced it.
    /// </summary>
    public DateOnly EarliestFor(DateTimeOffset submitted)
    {
        var day = EasternTime.DateAt(submitted);
        if (submitted >= EasternTime.At(day, Deadline))
            day = day.AddDays(1);
        while (!ListingDate.IsWeekday(day))
            day = day.AddDays(1);
        return FirstFrom(ClosedBy(day));
    }

    /// <summary>Whether a holiday on this date leaves out a listing. On a Saturday nothing is announced anyway.</summary>
    public static bool TouchesAListing(DateOnly holiday) => holiday.DayOfWeek != DayOfWeek.Saturday;

    /// <summary>The listing that closes a business day: Friday's, and what is left on Sunday, is announced on Sunday evening.</summary>
    public static DateOnly ClosedBy(DateOnly business) => business.AddDays(business.DayOfWeek == DayOfWeek.Friday ? 3 : 1);

    private DateOnly FirstFrom(DateOnly day)
    {
        for (var tried = 0; !IsExpected(day) && tried < LongestBreak; tried++)
            day = day.AddDays(1);
        return day;
    }
}
