namespace PaperDigest.Ranking;

/// <summary>A paper that may be trending, with the counts that are stored with it.</summary>
internal sealed record TrendCandidate(string ArxivId, DateOnly FirstListed)
{
    public int OutsideVotes { get; init; }
    public int OutsideComments { get; init; }

    public bool HasComments { get; init; }
}
