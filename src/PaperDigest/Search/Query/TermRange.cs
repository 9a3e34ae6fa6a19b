using System.Globalization;

namespace PaperDigest.Search;

/// <summary>Reads ranges: <c>2025-01..2025-03</c>, <c>..2024</c>, <c>&gt;20</c>. Both ends count, and either may be left open.</summary>
internal static class TermRange
{
    private const string Dots = "..";
    private const int MostVotes = 100_000_000;

    /// <summary>From the first day of the first day, month or year to the last of the last; null when it is no range of dates.</summary>
    public static (DateOnly From, DateOnly Until)? Days(string text)
    {
        var ends = text.Split(Dots);
        if (ends.Length > 2 || ends.All(e => e.Length == 0)) return null;
        var from = ends[0].Length == 0 ? (DateOnly.MinValue, DateOnly.MinValue) : Period(ends[0]);
        var until = ends[^1].Length == 0 ? (DateOnly.MaxValue, DateOnly.MaxValue) : Period(ends[^1]);
        if (from is not { } first || until is not { } last) return null;
        return first.First <= last.Last ? (first.First, last.Last) : (last.First, first.Last);
    }

    /// <summary>A number alone is the least that is wanted; null when it is no range of numbers.</summary>
    public static (int Least, int Most)? Votes(string text) => text switch
    {
        ['>', '=', .. var least] => Number(least) is { } n ? (n, int.MaxValue) : null,
        ['>', .. var less] => Number(less) is { } n ? (n + 1, int.MaxValue) : null,
        ['<', '=', .. var most] => Number(most) is { } n ? (0, n) : null,
        ['<', .. var more] => Number(more) is { } n and > 0 ? (0, n - 1) : null,
        _ => Between(text.Split(Dots)),
    };

    private static (int, int)? Between(string[] ends)
    {
        if (ends.Length > 2 || ends.All(e => e.Length == 0)) return null;
        var least = ends[0].Length == 0 ? 0 : Number(ends[0]);
        var most = ends.Length == 1 || ends[1].Length == 0 ? int.MaxValue : Number(ends[1]);
        if (least is not { } from || most is not { } until) return null;
        return from <= until ? (from, until) : (until, from);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostVotes ? number : null;

    private static (DateOnly First, DateOnly Last)? Period(string text)
    {
        if (Date(text, "yyyy-MM-dd") is { } day) return (day, day);
        if (Date(text, "yyyy-MM") is { } month) return (month, month.AddMonths(1).AddDays(-1));
        return Date(text, "yyyy") is { } year ? (year, year.AddYears(1).AddDays(-1)) : null;
    }

    private static DateOnly? Date(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year < 9999 ? date : null;
}
