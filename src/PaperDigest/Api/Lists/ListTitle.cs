using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>What a list is called, with all that was chosen. The list of the latest day is called the same every day.</summary>
internal static class ListTitle
{
    public static string Of(PaperListQuery query)
    {
        var title = Chosen(query);
        var filter = query.Filter;
        if (filter.Categories.Count > 0 && !IsOwn(query)) title += " in " + string.Join(" or ", filter.Categories);
        foreach (var (words, _) in (filter with { Categories = [] }).Parts) title += ", " + words;
        if (query.Order is { } order) title += order switch { ListOrder.Votes => ", most votes first", ListOrder.Newest => ", newest first", ListOrder.Comments => ", most comments first", _ => ", best of each day first" };
        return title;
    }

    // A category's own list bears its name.
    private static bool IsOwn(PaperListQuery query) => query is { IsNewestFirst: true, Author: null, Filter.Categories.Count: 1 };

    private static string Chosen(PaperListQuery query)
    {
        if (query.Words is { } words) return $"Search for “{words.Text}”" + Time(query);
        if (query.Author is { } author) return $"Papers by {author}" + Time(query);
        if (IsOwn(query)) return CategoryNames.Of(query.Filter.Categories[0]) is { } name ? $"{query.Filter.Categories[0]}: {name}" : query.Filter.Categories[0];
        return query switch
        {
            { IsNewestFirst: true } => "Newest papers",
            { Period: ListPeriod.Trending } => query.Window switch { 1 => "Trending papers of today", PaperListQuery.UsualWindow => "Trending papers", _ => string.Create(CultureInfo.InvariantCulture, $"Trending papers of {query.Window} days") },
            { Date: not null } => "Papers" + Time(query),
            { Period: ListPeriod.Week } => "Papers of the week",
            { Period: ListPeriod.Month } => "Papers of the month",
            _ => "Daily papers",
        };
    }

    private static string Time(PaperListQuery query)
    {
        if (query.Date is not { } day) return "";
        return query.Period switch
        {
            ListPeriod.Week => " of " + PeriodWords.WeekOfYear(day),
            ListPeriod.Month => " of " + DayWords.Month(day),
            _ => " of " + DayWords.Full(day),
        };
    }
}
