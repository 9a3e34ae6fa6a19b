using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;
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

    /// <summary>arXiv has some 150.</summary>
    private const int MostCategories = 20;

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

    /// <summary>Canonical categories, from parameters of one name, each with one or several between commas.</summary>
    public IReadOnlyList<string> Categories(string name)
    {
        var found = new List<string>();
        foreach (var text in query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            if (text.Any(char.IsControl)) Wrong<object>($"{name} has control characters.");
            else if (!ArxivCategory.TryCanonical(text, out var category)) Wrong<object>($"{name} is not an arXiv category, such as cs.CL.");
            else if (!found.Contains(category)) found.Add(category);
        }
        return found.Count <= MostCategories ? found : Wrong<IReadOnlyList<string>>($"{name} is given more than {MostCategories} times.") ?? [];
    }

    public IReadOnlyList<string> FilterWords(string name)
    {
        if (Text(name, Catalogue.FilterWords.LongestText) is not { } text) return [];
        var words = Catalogue.FilterWords.Of(text);
        return words.Count > 0 ? words : Wrong<IReadOnlyList<string>>($"{name} has no letter or digit.") ?? [];
    }

    public bool Flag(string name) => Text(name) switch
    {
        null or "false" or "0" => false,
        "true" or "1" or "on" => true,
        _ => Wrong<bool>($"{name} is true or false."),
    };

    /// <summary>What papers must be like.</summary>
    public PaperFilter Filter() => new()
    {
        Categories = Categories("category"), NotCategories = Categories("not_category"), With = FilterWords("with"), Without = FilterWords("without"),
        LeastVotes = Number("min_upvotes", 0, MostVotes, 0), HasCode = Flag("has_code"), Submitter = Text("submitter"),
    };

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
        return PeriodWords.TryWeek(text, out var monday) && IsListable(monday.Year) ? monday : Wrong<DateOnly?>($"{name} is an ISO week such as 2026-W20.");
    }

    /// <summary>The first of a month such as 2026-05.</summary>
    public DateOnly? Month(string name)
    {
        if (Text(name) is not { } text) return null;
        return PeriodWords.TryMonth(text, out var first) && IsListable(first.Year) ? first : Wrong<DateOnly?>($"{name} is a month such as 2026-05.");
    }

    /// <summary>The days that a list of what is trending looks back over: today, 7 or 30.</summary>
    public int Window(string name) => Text(name) switch
    {
        null or "7" => PaperListQuery.UsualWindow,
        "today" or "1" => 1,
        "30" => 30,
        _ => Wrong<int>($"{name} is today, 7 or 30."),
    };

    public T? OneOf<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && Enum.IsDefined(value)
            ? value
            : Wrong<T?>($"{name} is one of {string.Join(", ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))}.");
    }

    /// <summary>The list that the address of a feed or file asks for, at most <paramref name="most"/> papers of it; null when a parameter is wrong.</summary>
    public PaperListQuery? List(int usual, int most)
    {
        var list = Timed(new PaperListQuery { Words = Words("q"), Author = Text("author"), Period = OneOf<ListPeriod>("period") }) with
        {
            Take = Number("limit", 1, most, usual),
        };
        if (Flag("unseen")) Wrong<object>("unseen is for pages, which know what a reader has seen; a feed's reader keeps that himself.");
        return Checked(list);
    }

    /// <summary>The list that the address of a page asks for; null when a parameter is wrong.</summary>
    /// <param name="page">What its path says: the words of a search, or a period and its date.</param>
    public PaperListQuery? Page(PaperListQuery page)
    {
        var list = page.Words is null ? Chosen(page) : Timed(page);
        var view = Text("view");
        if (view is not (null or "compact")) Wrong<object>("view is compact, or left out.");
        return Checked(list with { Unseen = Flag("unseen"), IsCompact = view is not null });
    }

    private PaperListQuery Timed(PaperListQuery list)
    {
        list = Chosen(list) with { Date = Day("date"), IsExact = list.Words is not null && Flag("exact") };
        if (Week("week") is { } monday) list = list with { Period = ListPeriod.Week, Date = monday };
        return Month("month") is { } first ? list with { Period = ListPeriod.Month, Date = first } : list;
    }

    private PaperListQuery Chosen(PaperListQuery list) => list with { Filter = Filter(), Order = OneOf<ListOrder>("sort"), Window = Window("window") };

    private PaperListQuery? Checked(PaperListQuery list)
    {
        if (list is { Words: not null, Author: not null }) Wrong<object>("q and author cannot be combined; q finds the names of authors too.");
        if (list.Filter.Submitter is not null && (list.Words is not null || list.IsNewestFirst)) Wrong<object>("submitter can only be combined with a date or a period.");
        if (list is { Order: ListOrder.Trending } && (list.Words is not null || list.IsNewestFirst)) Wrong<object>("sort is trending for ranked lists only: those of a date or a period.");
        if (list is { Words: not null, Unseen: true }) Wrong<object>("unseen is for the lists of days, weeks and months, and not for a search.");
        // Its own order need not be said, and the same list has one address.
        if (list.Words is null && list.Order == (list.IsNewestFirst ? ListOrder.Newest : list.OwnOrder)) list = list with { Order = null };
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
