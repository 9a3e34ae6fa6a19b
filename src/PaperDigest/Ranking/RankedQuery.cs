using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>Which papers of ranked lists are wanted, in what order, and which part of them.</summary>
/// <param name="From">The first day whose list counts.</param>
/// <param name="Until">The last; a day's own list where it is the first too.</param>
internal sealed record RankedQuery(DateOnly From, DateOnly Until)
{
    public PaperFilter Filter { get; init; } = PaperFilter.None;

    public ListOrder Order { get; init; }

    /// <summary>For papers whose votes count by this, which <see cref="ListOrder.Trending"/> orders by their score; null for lists of days.</summary>
    public TrendWindow? Trending { get; init; }

    /// <summary>Only papers that came onto the list after this; null for all.</summary>
    public DateTimeOffset? CameAfter { get; init; }

    public int Skip { get; init; }
    public int Take { get; init; }

    /// <summary>Whether it is the list of a single day, in which a category is what the day's listing says.</summary>
    public bool IsDay => From == Until && Trending is null;

    /// <summary>Whether it is a day's list as it was ranked, of which a page is a range of the key.</summary>
    public bool IsWholeDay => IsDay && Order == ListOrder.Trending && CameAfter is null && Filter.IsEmpty;
}
