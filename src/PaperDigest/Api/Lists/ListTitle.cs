using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>What a list is called, with all that was chosen. The list of the latest day is called the same every day.</summary>
internal static class ListTitle
{
    public static string Of(PaperListQuery query)
    {
        var title = Chosen(query);
        if (query.Category is { } category && !IsOwn(query)) title += $" in {category}";
        if (query.Submitter is { } submitter) title += $", submitted by {submitter}";
        if (query.LeastVotes > 0) title += string.Create(CultureInfo.InvariantCulture, $", with {query.LeastVotes} or more votes");
        return title;
    }

    // A category's own list bears its name.
    private static bool IsOwn(PaperListQuery query) => query is { IsNewestFirst: true, Author: null };

    private static string Chosen(PaperListQuery query)
    {
        if (query.Words is { } words) return $"Search for “{words.Text}”" + Time(query);
        if (query.Author is { } author) return $"Papers by {author}" + Time(query);
        if (IsOwn(query)) return CategoryNames.Of(query.Category!) is { } name ? $"{query.Category}: {name}" : query.Category!;
        return query switch
        {
            { Period: ListPeriod.Trending } => "Trending papers",
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
            ListPeriod.Week => string.Create(CultureInfo.InvariantCulture, $" of week {ISOWeek.GetWeekOfYear(day.ToDateTime(default))} of {ISOWeek.GetYear(day.ToDateTime(default))}"),
            ListPeriod.Month => " of " + day.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            _ => " of " + DayWords.Full(day),
        };
    }
}
