namespace PaperDigest.Ranking;

/// <summary>What counts for trending beside votes and comments (section <c>Ranking</c>).</summary>
internal sealed class RankingOptions
{
    /// <summary>Whether the stars that a paper's code gains within a day count, up to a quarter of the whole.</summary>
    public bool CodeStars { get; set; }
}
