namespace PaperDigest.Search;

/// <summary>What a search found, parted into what answers the query and what is merely near it.</summary>
/// <param name="Papers">Papers with all words of the query, or with at least half the score of the best; the best first.</param>
/// <param name="Others">The best of the rest.</param>
internal sealed record SearchHits(IReadOnlyList<int> Papers, IReadOnlyList<int> Others)
{
    /// <summary>A paper of less than this share of the best one's score has too little of the query to be counted, or sorted by date.</summary>
    private const float LeastShare = 0.5f;

    private const int MostOthers = 25;

    public static SearchHits Of(IndexView index, QueryWords query)
    {
        using var scores = Scores.Of(index.Count);
        var ranked = ExactTitle.First(HybridRanking.Of(index, query, RankingLegs.All, scores), query, index);
        if (ranked.Count == 0) return new SearchHits([], []);
        var (wanted, enough) = (query.Wanted, LeastShare * ranked[0].Score);
        var parted = ranked.ToLookup(r => r.Score >= enough || scores.Matches[r.Paper] >= wanted, r => r.Paper);
        return new SearchHits([.. parted[true]], [.. parted[false].Take(MostOthers)]);
    }
}
