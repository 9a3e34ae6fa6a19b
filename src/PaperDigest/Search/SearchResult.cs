using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>One page of the papers that answer a query.</summary>
/// <param name="Papers">At most <see cref="PaperSearch.PageLength"/>.</param>
/// <param name="Matches">How many match, counted up to one more than <see cref="MostCounted"/>.</param>
/// <param name="HasNext">Whether another page follows.</param>
/// <param name="TooSlow">The words were so common or so short that the search was given up.</param>
internal sealed record SearchResult(IReadOnlyList<PaperCard> Papers, int Matches, bool HasNext, bool TooSlow = false)
{
    public static readonly SearchResult GivenUp = new([], 0, false, TooSlow: true);

    /// <summary>Up to how many the matches are counted.</summary>
    public int MostCounted { get; init; } = PaperSearch.MostCounted;

    /// <summary>Whether the papers were ranked by the index, or found by the database as the newest with all words.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Whether what was found can be put in another order.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Whether only the newest <see cref="OperatorSearch.MostLookedAt"/> papers were looked at.</summary>
    public bool IsCut { get; init; }

    /// <summary>Papers with some of the words, or near in meaning; shown below, and not counted.</summary>
    public IReadOnlyList<PaperCard> Others { get; init; } = [];

    /// <summary>Words of the query that no paper has.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The query that was answered in the place of one with words that no paper has; null where it was answered as it stands.</summary>
    public SearchQuery? Corrected { get; init; }

    /// <summary>Ids of all papers that were found, on this page and others, at most <see cref="OperatorSearch.MostLookedAt"/>; empty where only a page of them was read.</summary>
    public IReadOnlyList<string> Found { get; init; } = [];

    /// <summary>Whether more answer the query than were wanted.</summary>
    public bool IsNarrowed { get; init; }

    /// <summary>The index is still being filled.</summary>
    public bool IsWarmingUp { get; init; }
}
