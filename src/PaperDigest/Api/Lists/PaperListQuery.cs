using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Search;

namespace PaperDigest.Api;

/// <summary>Which papers a list holds, in whatever form it is given out. <see cref="QueryReading"/> reads it from an address.</summary>
internal sealed record PaperListQuery
{
    /// <summary>Words to search for.</summary>
    public SearchQuery? Words { get; init; }

    /// <summary>An author's name, exactly as the papers have it.</summary>
    public string? Author { get; init; }

    public string? Category { get; init; }

    /// <summary>The account that put papers on a curated list.</summary>
    public string? Submitter { get; init; }

    /// <summary>Null when the address names none.</summary>
    public ListPeriod? Period { get; init; }

    /// <summary>A day of the period; the latest when null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Votes that a paper must have.</summary>
    public int LeastVotes { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; }

    /// <summary>Whether the list is newest first, as an author's and a category's own pages are.</summary>
    public bool IsNewestFirst => Words is null && (Author is not null || (Category is not null && Period is null && Date is null));

    /// <summary>The first and the last day that the period has around <see cref="Date"/>; null when no day is named.</summary>
    public (DateOnly From, DateOnly Until)? Days => Date is { } day ? Around(day) : null;

    /// <summary>The first and the last day of the period that <paramref name="day"/> lies in.</summary>
    public (DateOnly From, DateOnly Until) Around(DateOnly day)
    {
        switch (Period)
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

    /// <summary>The query of an address for this list, with its question mark; empty when nothing is chosen. Equal lists have equal ones.</summary>
    public string ToQueryString(bool withLimit)
    {
        (string Name, string? Value)[] parts =
        [
            ("q", Words?.Text), ("author", Author), ("category", Category), ("submitter", Submitter),
            ("period", Period?.ToString().ToLowerInvariant()), ("date", Date is { } day ? DayWords.Iso(day) : null),
            ("min_upvotes", LeastVotes > 0 ? Number(LeastVotes) : null), ("limit", withLimit ? Number(Take) : null),
        ];
        var given = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
