using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using PaperDigest.Search;

namespace PaperDigest.Api;

/// <summary>
/// Which papers a list holds, on its page and in whatever form it is given out: both know it by the same parameters.
/// <see cref="QueryReading"/> reads it from an address, <see cref="ListAddress"/> writes it.
/// </summary>
public sealed record PaperListQuery
{
    /// <summary>Days that the list of what is trending looks back over, unless another number of <see cref="Windows"/> is chosen.</summary>
    public const int UsualWindow = 7;

    /// <summary>Those that can be chosen.</summary>
    public static readonly IReadOnlyList<int> Windows = [1, UsualWindow, 30];

    /// <summary>Words to search for.</summary>
    public SearchQuery? Words { get; init; }

    /// <summary>Whether words that no paper has are searched for as they are typed.</summary>
    public bool IsExact { get; init; }

    /// <summary>An author's name, exactly as the papers have it.</summary>
    public string? Author { get; init; }

    /// <summary>Which of the papers that would be on the list are wanted.</summary>
    public PaperFilter Filter { get; init; } = PaperFilter.None;

    /// <summary>Null when the address names none.</summary>
    public ListPeriod? Period { get; init; }

    /// <summary>A day of the period; the latest when null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Days that a list of what is trending looks back over.</summary>
    public int Window { get; init; } = UsualWindow;

    /// <summary>Null for the list's own order.</summary>
    public ListOrder? Order { get; init; }

    /// <summary>Only what came onto lists since the reader's last visit: pages know their readers, feeds do not.</summary>
    public bool Unseen { get; init; }

    /// <summary>Whether its page shows titles and facts only.</summary>
    public bool IsCompact { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; }

    /// <summary>Whether the list is newest first, as an author's and a category's own pages are.</summary>
    public bool IsNewestFirst => Words is null && (Author is not null || (Filter.Categories.Count > 0 && Period is null && Date is null));

    /// <summary>The order in which the list is shown; null for a search's own.</summary>
    public ListOrder? Shown => Order ?? (Words is not null ? null : IsNewestFirst ? ListOrder.Newest : OwnOrder);

    /// <summary>The order that a ranked list has unless another is asked for.</summary>
    public ListOrder OwnOrder => Period is ListPeriod.Week or ListPeriod.Month ? ListOrder.Votes : ListOrder.Trending;

    /// <summary>The first and the last day that the period has around <see cref="Date"/>; null when no day is named.</summary>
    public (DateOnly From, DateOnly Until)? Days => Date is { } day ? PeriodWords.Around(Period, day) : null;

    /// <summary>What ranked lists are asked, where the latest day is <paramref name="latest"/>.</summary>
    internal RankedQuery Ranked(DateOnly latest, DateTimeOffset now)
    {
        var (from, until) = PeriodWords.Around(Period, Date ?? latest);
        var window = Period == ListPeriod.Trending ? TrendWindow.Of(Window, until, now) : null;
        // What people vote for today was listed in the last days.
        if (window is not null) from = until.AddDays(1 - Math.Max(Window, UsualWindow));
        return new RankedQuery(from, until)
        {
            Filter = Filter, Order = Order ?? OwnOrder, Trending = window, Skip = Skip, Take = Take,
        };
    }

    /// <summary>The list as it was before anything was chosen of it.</summary>
    public PaperListQuery WithoutChoices => Words is null
        ? this with { Filter = PaperFilter.None, Unseen = false }
        : this with { Filter = PaperFilter.None, Words = SearchQuery.Of(Words.Parsed.Free), Date = null, Period = null };

    /// <summary>All that was chosen of the list, one by one: in words, and the query without it.</summary>
    public IReadOnlyList<(string Words, PaperListQuery Others)> Choices =>
    [
        .. (Words?.Parsed.Parts ?? []).Select(p => (p.Words, this with { Words = SearchQuery.Of(p.Others) })),
        .. Filter.Parts.Select(p => (p.Words, this with { Filter = p.Rest })),
        .. Unseen ? (ReadOnlySpan<(string, PaperListQuery)>)[("new since your last visit", this with { Unseen = false })] : [],
        .. Words is not null && Days is { } days
            ? (ReadOnlySpan<(string, PaperListQuery)>)[(string.Create(CultureInfo.InvariantCulture, $"listed {DayWords.Iso(days.From)} to {DayWords.Iso(days.Until)}"), this with { Date = null, Period = null })] : [],
    ];
}
