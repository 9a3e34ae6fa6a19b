using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>One page of the papers that match, newest first.</summary>
/// <param name="Papers">At most <see cref="PaperSearch.PageLength"/>.</param>
/// <param name="Matches">How many match, counted up to one more than <see cref="PaperSearch.MostCounted"/>.</param>
/// <param name="HasNext">Whether another page follows.</param>
/// <param name="TooSlow">The words were so common or so short that the search was given up.</param>
internal sealed record SearchResult(IReadOnlyList<PaperCard> Papers, int Matches, bool HasNext, bool TooSlow = false)
{
    public static readonly SearchResult GivenUp = new([], 0, false, TooSlow: true);
}
