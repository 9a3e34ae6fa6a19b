using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>How weeks and months are written, on pages and in their addresses. Weeks are ISO 8601's: from Monday on, of the year of their Thursday.</summary>
public static class PeriodWords
{
    public const string Trending = "/papers/trending";

    /// <summary>The first and the last day of the week or month that a day lies in; of a day, itself.</summary>
    public static (DateOnly From, DateOnly Until) Around(ListPeriod? period, DateOnly day)
    {
        switch (period)
        {
            case ListPeriod.Week:
                var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
                return (monday, monday.AddDays(6));
            case ListPeriod.Month:
                var first = new DateOnly(day.Year, day.Month, 1);
                return (first, first.AddMonths(1).AddDays(-1));
            default:
                return (day, day);
        }
    }

    /// <summary>2026-W20</summary>
    public static string IsoWeek(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Year(day):0000}-W{Week(day):00}");

    /// <summary>2026-05</summary>
    public static string IsoMonth(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads <see cref="IsoWeek"/> as its Monday.</summary>
    public static bool TryWeek(string text, out DateOnly monday)
    {
        monday = default;
        if (text.Length != 8 || text[4..6] != "-W"
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998
            || !int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
            || week < 1 || week > ISOWeek.GetWeeksInYear(year)) return false;
        monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return true;
    }

    /// <summary>Reads <see cref="IsoMonth"/> as its first day.</summary>
    public static bool TryMonth(string text, out DateOnly first) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first);

    /// <summary>week 20 of 2026</summary>
    public static string WeekOfYear(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"week {Week(day)} of {Year(day)}");

    /// <summary>11 to 17 May; 27 April to 3 May; 28 December 2026 to 3 January</summary>
    public static string Span(DateOnly from, DateOnly until) => (from.Month == until.Month, from.Year == until.Year) switch
    {
        (true, _) => from.Day.ToString(CultureInfo.InvariantCulture) + " to " + Short(until),
        (_, true) => Short(from) + " to " + Short(until),
        _ => DayWords.Dated(from) + " to " + Short(until),
    };

    /// <summary>What the page of a week or month is called, beside its year: "11 to 17 May", "May".</summary>
    internal static string Heading(Period period) =>
        period.Kind == ListPeriod.Week ? Span(period.From, period.Until) : period.From.ToString("MMMM", CultureInfo.InvariantCulture);

    /// <summary>The same with its year.</summary>
    internal static string Title(Period period) => string.Create(CultureInfo.InvariantCulture, $"{Heading(period)} {period.Until.Year}");

    /// <summary>What the list is made of: "The lists of 5 days together", "The lists of 3 days so far".</summary>
    internal static string State(Period period, DateOnly today)
    {
        var days = period.Days.Count == 1 ? "The list of 1 day" : string.Create(CultureInfo.InvariantCulture, $"The lists of {period.Days.Count} days");
        return today <= period.Until ? days + " so far" : period.Days.Count == 1 ? days : days + " together, each paper once";
    }

    /// <summary>The address of the list of a day, week or month around a day; of the latest when no day is given.</summary>
    public static string Path(ListPeriod period, DateOnly? day) => (period, day) switch
    {
        (ListPeriod.Trending, _) => Trending,
        (ListPeriod.Week, { } date) => "/papers/week/" + IsoWeek(date),
        (ListPeriod.Week, null) => "/papers/week",
        (ListPeriod.Month, { } date) => "/papers/month/" + IsoMonth(date),
        (ListPeriod.Month, null) => "/papers/month",
        (_, { } date) => DayWords.Path(date),
        _ => "/papers",
    };

    private static int Year(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(default));

    private static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(default));

    private static string Short(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
