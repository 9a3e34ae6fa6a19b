namespace PaperDigest.Ranking;

/// <summary>Part of a ranked list.</summary>
/// <param name="Total">How many papers the whole list has; 0 also where the part lies beyond its end.</param>
public sealed record RankedPage(IReadOnlyList<ListedCard> Cards, int Total);
