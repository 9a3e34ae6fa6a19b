namespace PaperDigest.Ranking;

/// <summary>All that a paper's place among what is trending is computed from.</summary>
/// <param name="ArxivId">Whose it is.</param>
/// <param name="FirstListed">The day of its first announcement.</param>
public sealed record TrendHistory(string ArxivId, DateOnly FirstListed)
{
    /// <summary>Votes cast here, in any order.</summary>
    public IReadOnlyList<Gain> Votes { get; init; } = [];

    /// <summary>Votes that another site counted.</summary>
    public IReadOnlyList<Gain> OutsideVotes { get; init; } = [];

    /// <summary>People who commented here, each by the latest comment, and comments that another site counted.</summary>
    public IReadOnlyList<Gain> Commenters { get; init; } = [];

    /// <summary>Stars that the code gained within a day; 0 unless the operator takes them in.</summary>
    public int Stars { get; init; }
}
