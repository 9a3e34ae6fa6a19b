namespace PaperDigest.Search;

/// <summary>What a search found, parted into what answers the query and what is merely near it.</summary>
/// <param name="Papers">Papers with all words of the query, or with at least half the score of the best; the best first.</param>
/// <param name="Others">The best of the rest.</param>
internal sealed record SearchHits(IReadOnlyList<int> Papers, IReadOnlyList<int> Others)
{
    /// <summary>A paper of less than this share of the best one's score has too little of the query to be counted, or sorted by date.</summary>
    private const float LeastShare = 0.5f;

    private const int MostOthers = 25;

    /// <param name="conditions">What the papers must have beyond that; null for nothing.</param>
    public static SearchHits Of(IndexView index, QueryWords query, TextConditions? conditions = null)
    {
        if (conditions is not null) index = conditions.Narrow(index);
        using var scores = Scores.Of(index.Count);
        var ranked = ExactTitle.First(HybridRanking.Of(index, query, RankingLegs.All, scores), query, index);
        if (conditions is not null) ranked.RemoveAll(r => !conditions.Hold(index.Papers, r.Paper));
        if (ranked.Count == 0) return new SearchHits([], []);
        return conditions is null ? Parted(ranked, r => r.Score, scores.Matches, query.Wanted) : Parted(ranked, conditions.Free, index);
    }

    // All of these meet the conditions, whose words are in the score; it is the others that part them.
    private static SearchHits Parted(List<Scored> ranked, QueryWords free, IndexView index)
    {
        using var scores = Scores.Of(index.Count);
        index.AddTo(scores, free.Terms);
        return Parted(ranked, r => scores.All[r.Paper], scores.Matches, free.Wanted);
    }

    private static SearchHits Parted(List<Scored> ranked, Func<Scored, float> score, byte[] matches, int wanted)
    {
        // What has none of the words is no better answer for all the others having none.
        var enough = Math.Max(float.Epsilon, LeastShare * ranked.Max(score));
        var parted = ranked.ToLookup(r => score(r) >= enough || matches[r.Paper] >= wanted, r => r.Paper);
        return new SearchHits([.. parted[true]], [.. parted[false].Take(MostOthers)]);
    }
}
