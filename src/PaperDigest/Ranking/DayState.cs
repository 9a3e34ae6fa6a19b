using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>The state of a day in one line: what was announced, and what is missing of it.</summary>
public sealed record DayState(bool IsWhole, string Text)
{
    private static readonly string[] Numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>
    /// Says it of <paramref name="day"/>, whose <paramref name="parts"/> were taken in, on an installation that takes in
    /// <paramref name="wanted"/>.
    /// </summary>
    public static DayState Of(Day day, IReadOnlyList<Day.Part> parts, DayWanted wanted)
    {
        if (day.IsSample) return new DayState(true, $"{Papers(day.Papers)} from the bundled sample");
        var announced = $"{Papers(day.Announced)} announced on {EveningBefore(day.Date)} at 20:00 Eastern Time";
        var missing = WatchWords.Of(wanted.Categories, [.. parts.Select(p => p.Category)], wanted.Watches, wanted.Now);
        if (missing.Length > 0) return new DayState(false, $"{announced}; {missing}{FilledIn(parts)}");
        var rebuilt = parts.Where(p => !p.FromFeed).Select(p => p.Category).ToList();
        if (rebuilt.Count > 0)
            return new DayState(false, $"{announced}; rebuilt from arXiv's records, without the feeds: {string.Join(", ", rebuilt)}{FilledIn(parts)}");
        var cut = wanted.Watches.Where(w => w.State == ListingWatchState.Truncated).Select(w => w.Category).ToList();
        return cut.Count > 0
            ? new DayState(false, $"{announced}; {string.Join(", ", cut)} cut off at the feed's limit, the rest is still to be filled in{FilledIn(parts)}")
            : new DayState(true, $"{announced}, {All(parts.Count)} in{FilledIn(parts)}");
    }

    /// <summary>
    /// What people on Hugging Face chose for the day: "45 papers chosen on Hugging Face, 12 of them announced on other days". Null when
    /// they chose nothing.
    /// </summary>
    public static string? OfCurated(Day day)
    {
        if (day.CuratedCount == 0) return null;
        var others = day.Papers - day.Announced - day.SubmittedCount;
        var chosen = $"{Papers(day.CuratedCount)} chosen on Hugging Face";
        return others <= 0 || day.Announced == 0 ? chosen
            : others == day.CuratedCount ? $"{chosen}, announced on other days" : $"{chosen}, {others} of them announced on other days";
    }

    // arXiv announces Sunday to Thursday in the evening; the listing bears the date of the next day.
    private static string EveningBefore(DateOnly date) => date.AddDays(-1).ToString("dddd", CultureInfo.InvariantCulture);

    private static string Papers(int count) => count == 1 ? "1 paper" : $"{count} papers";

    /// <summary>Replacements among them, which no list shows, are counted too: it is the listing that was not whole.</summary>
    private static string FilledIn(IReadOnlyList<Day.Part> parts)
    {
        var filled = parts.Where(p => p.FilledIn > 0).Select(p => $"{p.FilledIn} in {p.Category}").ToList();
        return filled.Count == 0 ? "" : $"; left out by the feeds and filled in from arXiv's records: {string.Join(", ", filled)}";
    }

    private static string All(int categories) => categories switch
    {
        1 => "the one category",
        2 => "both categories",
        _ => $"all {(categories < Numbers.Length ? Numbers[categories] : categories)} categories",
    };
}
