using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>Writes the addresses of a list. Equal lists have equal ones.</summary>
internal static class ListAddress
{
    /// <summary>The query of a feed or file of the list, with its question mark; empty for the latest day's.</summary>
    public static string ToQueryString(this PaperListQuery query, bool withLimit) => Joined(
    [
        ("q", query.Words?.Text), ("exact", query.IsExact ? "true" : null), ("author", query.Author), .. Chosen(query),
        ("period", query.Period?.ToString().ToLowerInvariant()), ("date", query.Date is { } day ? DayWords.Iso(day) : null), ("window", Window(query)),
        ("limit", withLimit ? Number(query.Take) : null),
    ]);

    /// <summary>The query by which feeds and files have the list of this page.</summary>
    public static string Outlet(this PaperListQuery query)
    {
        // The latest day's own list needs no words; with a category alone it would be the category's.
        if (query is { Words: null, Period: ListPeriod.Day, Date: null, Filter.Categories: [] }) query = query with { Period = null };
        if (query is { Period: ListPeriod.Day, Date: not null }) query = query with { Period = null };
        return query.ToQueryString(withLimit: false);
    }

    /// <summary>The path of a page of the list, from 1.</summary>
    public static string Page(this PaperListQuery query, int page = 1)
    {
        if (query.IsNewestFirst) return query.Author is { } author ? PaperLinks.Author(author) : Category(query);
        var path = query.Words is null ? PeriodWords.Path(query.Period ?? ListPeriod.Day, query.Date) : "/papers";
        return path + Joined(
        [
            ("q", query.Words?.Text), ("exact", query.IsExact ? "true" : null), .. Chosen(query), .. query.Words is null ? [] : Time(query), ("window", Window(query)),
            ("unseen", query.Unseen ? "true" : null), ("view", query.IsCompact ? "compact" : null), ("page", page > 1 ? Number(page) : null),
        ]);
    }

    // A category's own page knows nothing of filters; several categories have none.
    private static string Category(PaperListQuery query) =>
        query.Filter.Categories is [var one] ? PaperLinks.Category(one) : "/papers" + Joined([.. Chosen(query)]);

    private static IEnumerable<(string, string?)> Chosen(PaperListQuery query)
    {
        var filter = query.Filter;
        return
        [
            .. filter.Categories.Select(c => ("category", (string?)c)), .. filter.NotCategories.Select(c => ("not_category", (string?)c)),
            ("with", Words(filter.With)), ("without", Words(filter.Without)), ("submitter", filter.Submitter),
            ("min_upvotes", filter.LeastVotes > 0 ? Number(filter.LeastVotes) : null), ("has_code", filter.HasCode ? "true" : null),
            ("sort", query.Order?.ToString().ToLowerInvariant()),
        ];
    }

    private static IEnumerable<(string, string?)> Time(PaperListQuery query) => (query.Period, query.Date) switch
    {
        (_, null) => [],
        (ListPeriod.Week, { } day) => [("week", PeriodWords.IsoWeek(day))],
        (ListPeriod.Month, { } day) => [("month", PeriodWords.IsoMonth(day))],
        (_, { } day) => [("date", DayWords.Iso(day))],
    };

    private static string? Window(PaperListQuery query) => query.Period != ListPeriod.Trending || query.Window == PaperListQuery.UsualWindow ? null
        : query.Window == 1 ? "today" : Number(query.Window);

    private static string? Words(IReadOnlyList<string> words) => words.Count == 0 ? null : FilterWords.Text(words);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<(string Name, string? Value)> parts)
    {
        var given = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
