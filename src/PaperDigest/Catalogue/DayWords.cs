using System.Globalization;

namespace PaperDigest.Catalogue;

/// <summary>How a listing day is written, on pages and in their addresses.</summary>
public static class DayWords
{
    /// <summary>Tuesday 12 May</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    /// <summary>Tuesday 12 May 2026</summary>
    public static string Full(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>12 May 2026</summary>
    public static string Dated(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>12 May, and 12 May 2025 in another year than <paramref name="today"/>'s.</summary>
    public static string Dated(DateOnly day, DateOnly today) =>
        day.Year == today.Year ? day.ToString("d MMMM", CultureInfo.InvariantCulture) : Dated(day);

    /// <summary>May 2026</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>2026-05-12</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The address of the day's list.</summary>
    public static string Path(DateOnly day) => "/papers/date/" + Iso(day);

    /// <summary>Reads <see cref="Iso"/>, and nothing else.</summary>
    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
