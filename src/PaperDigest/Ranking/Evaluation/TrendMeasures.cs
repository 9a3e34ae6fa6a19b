namespace PaperDigest.Ranking;

/// <summary>How well a ranking of the morning agrees with the votes of the evening, as the average over days.</summary>
/// <param name="First">The share of days whose paper with the most votes in the evening was ranked first.</param>
/// <param name="Ndcg10">The first ten: the evening's votes discounted by log2(place + 1), against the best order possible; 0 to 1.</param>
/// <param name="Tau">
/// Kendall's tau-b over all papers of a day: of the pairs that differ in both, how many more stand in the order of the evening than
/// against it, corrected for ties (M. Kendall, "The treatment of ties in ranking problems", Biometrika 33(3), 1945); −1 to 1.
/// </param>
internal sealed record TrendMeasures(double First, double Ndcg10, double Tau)
{
    private const int Depth = 10;

    public static TrendMeasures Average(IReadOnlyCollection<TrendMeasures> days) => new(days.Average(d => d.First), days.Average(d => d.Ndcg10), days.Average(d => d.Tau));

    /// <summary>Measures one day.</summary>
    /// <param name="papers">Each paper's score of the morning and votes of the evening; of equal scores the first stands first.</param>
    public static TrendMeasures Of(IReadOnlyList<(double Score, int Votes)> papers)
    {
        var ranking = papers.OrderByDescending(p => p.Score).Select(p => p.Votes).ToList();
        var best = ranking.OrderDescending().ToList();
        return new TrendMeasures(ranking[0] == best[0] ? 1 : 0, best[0] == 0 ? 1 : Gain(ranking) / Gain(best), TauOf(papers));
    }

    private static double Gain(IEnumerable<int> votes) => votes.Take(Depth).Select((v, place) => v / Math.Log2(place + 2)).Sum();

    private static double TauOf(IReadOnlyList<(double Score, int Votes)> papers)
    {
        var (agreed, byScore, byVotes) = (0, 0, 0);
        for (var i = 0; i < papers.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (score, votes) = (papers[i].Score.CompareTo(papers[j].Score), papers[i].Votes.CompareTo(papers[j].Votes));
                agreed += score * votes;
                byScore += Math.Abs(score);
                byVotes += Math.Abs(votes);
            }
        }
        return byScore == 0 || byVotes == 0 ? 0 : agreed / Math.Sqrt((double)byScore * byVotes);
    }
}
