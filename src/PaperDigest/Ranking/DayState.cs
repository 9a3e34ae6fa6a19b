using System.Globalization;

namespace PaperDigest.Ranking;

/// <summary>The state of a day in one line: what was announced, and what is missing of it.</summary>
public sealed record DayState(bool IsWhole, string Text)
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>
    /// Says it of <paramref name="day"/>, whose <paramref name="parts"/> were taken in, on an installation that takes in
    /// <paramref name="wanted"/>.
    /// </summary>
    public static DayState Of(Day day, IReadOnlyList<Day.Part> parts, IReadOnlyList<string> wanted)
    {
        if (day.IsSample) return new DayState(true, $"{Papers(day.Papers)} from the bundled sample");
        var missing = wanted.Except(parts.Select(p => p.Category)).ToList();
        var announced = $"{Papers(day.Papers)} announced on {EveningBefore(day.Date)} at 20:00 Eastern Time";
        if (missing.Count > 0)
            return new DayState(false, $"{announced}; not in yet: {string.Join(", ", missing)}");
        var rebuilt = parts.Where(p => !p.FromFeed).Select(p => p.Category).ToList();
        return rebuilt.Count > 0
            ? new DayState(false, $"{announced}; rebuilt from arXiv's records, without the feeds: {string.Join(", ", rebuilt)}")
            : new DayState(true, $"{announced}, {All(parts.Count)} in");
    }

    // arXiv announces Sunday to Thursday in the evening; the listing bears the date of the next day.
    private static string EveningBefore(DateOnly date) => date.AddDays(-1).ToString("dddd", CultureInfo.InvariantCulture);

    private static string Papers(int count) => count == 1 ? "1 paper" : $"{count} papers";

    private static string All(int categories) => categories switch
    {
        1 => "the one category",
        2 => "both categories",
        _ => $"all {(categories < Numbers.Length ? Numbers[categories] : categories)} categories",
    };
}
