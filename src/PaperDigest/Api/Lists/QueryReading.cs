using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Search;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>
/// Reads the parameters of an address, one after the other; the first that is wrong is named in <see cref="Problem"/>, a sentence
/// for whoever asked. Parameters that nobody reads are nobody's business.
/// </summary>
internal sealed class QueryReading(IQueryCollection query)
{
    private const int LongestName = 250;
    private const int MostVotes = 1_000_000;

    /// <summary>What is wrong; null when nothing was so far.</summary>
    public string? Problem { get; private set; }

    /// <summary>The value; null when it is absent or empty.</summary>
    public string? Text(string name, int longest = LongestName)
    {
        var values = query[name];
        if (values.Count == 0 || string.IsNullOrEmpty(values[0])) return null;
        if (values.Count > 1) return Wrong<string>($"{name} is given more than once.");
        var text = values[0]!;
        if (text.Length > longest) return Wrong<string>($"{name} is longer than {longest} characters.");
        return text.Any(char.IsControl) ? Wrong<string>($"{name} has control characters.") : text;
    }

    public int Number(string name, int least, int most, int usual)
    {
        if (Text(name) is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : Wrong<int>($"{name} is a whole number from {least} to {most}.");
    }

    public SearchQuery? Words(string name) => Text(name, SearchQuery.LongestText) is { } text ? SearchQuery.Of(text) : null;

    public string? Category(string name)
    {
        if (Text(name) is not { } text) return null;
        return ArxivCategory.TryCanonical(text, out var category) ? category : Wrong<string>($"{name} is not an arXiv category, such as cs.CL.");
    }

    /// <summary>A day, also as the date of an instant (2026-05-12T08:00:00Z).</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        var date = text.Length > 10 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? text[..10] : text;
        return DayWords.TryParse(date, out var day) && IsListable(day.Year) ? day : Wrong<DateOnly?>($"{name} is a date such as 2026-05-12, from 1991 on.");
    }

    /// <summary>The Monday of an ISO week such as 2026-W20.</summary>
    public DateOnly? Week(string name)
    {
        if (Text(name) is not { } text) return null;
        if (text.Length == 8 && text[4..6] == "-W"
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && IsListable(year)
            && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
            return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return Wrong<DateOnly?>($"{name} is an ISO week such as 2026-W20.");
    }

    /// <summary>The first of a month such as 2026-05.</summary>
    public DateOnly? Month(string name)
    {
        if (Text(name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && IsListable(first.Year)
            ? first
            : Wrong<DateOnly?>($"{name} is a month such as 2026-05.");
    }

    public T? OneOf<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && Enum.IsDefined(value)
            ? value
            : Wrong<T?>($"{name} is one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.");
    }

    /// <summary>The whole list that an address asks for, at most <paramref name="most"/> papers of it; null when a parameter is wrong.</summary>
    public PaperListQuery? List(int usual, int most)
    {
        var list = new PaperListQuery
        {
            Words = Words("q"), Author = Text("author"), Category = Category("category"), Submitter = Text("submitter"),
            Period = OneOf<ListPeriod>("period"), Date = Day("date"), LeastVotes = Number("min_upvotes", 0, MostVotes, 0),
            Take = Number("limit", 1, most, usual),
        };
        if (Week("week") is { } monday) list = list with { Period = ListPeriod.Week, Date = monday };
        if (Month("month") is { } first) list = list with { Period = ListPeriod.Month, Date = first };
        if (list is { Words: not null, Author: not null }) Wrong<object>("q and author cannot be combined; q finds the names of authors too.");
        if (list.Submitter is not null && (list.Words is not null || list.IsNewestFirst)) Wrong<object>("submitter can only be combined with a date or a period.");
        return Problem is null ? list : null;
    }

    // No listing is older than arXiv; and a day that far ahead is a slip.
    private static bool IsListable(int year) => year is >= 1991 and <= 2200;

    private T? Wrong<T>(string problem)
    {
        Problem ??= problem;
        return default;
    }
}
