namespace PaperDigest.Search;

/// <summary>How good rankings are, from 0 to 1, as the average over the queries that have an answer at all.</summary>
/// <param name="Ndcg10">
/// The first ten: gains of 2^grade - 1, discounted by log2(place + 1), against the best order possible (K. Järvelin, J. Kekäläinen,
/// "Cumulated gain-based evaluation of IR techniques", TOIS 20(4), 2002, with the gains of Burges et al. 2005).
/// </param>
/// <param name="Map">Precision at the place of each relevant document, averaged over all relevant ones.</param>
/// <param name="Recall50">How many of the relevant documents are among the first fifty.</param>
internal sealed record SearchMeasures(double Ndcg10, double Map, double Recall50)
{
    private const int Relevant = 1;

    public static SearchMeasures Average(IReadOnlyCollection<SearchMeasures> all) =>
        new(all.Average(m => m.Ndcg10), all.Average(m => m.Map), all.Average(m => m.Recall50));

    /// <summary>Measures one ranking; null when nothing answers the query.</summary>
    public static SearchMeasures? Of(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var relevant = grades.Count(g => g.Value >= Relevant);
        if (relevant == 0) return null;
        var best = Gain(grades.Values.OrderDescending());
        var hits = ranking.Select(d => grades.GetValueOrDefault(d) >= Relevant).ToList();
        var precision = 0.0;
        for (var (place, found) = (0, 0); place < hits.Count; place++)
        {
            if (hits[place]) precision += ++found / (place + 1.0);
        }
        return new(Gain(ranking.Select(d => grades.GetValueOrDefault(d))) / best, precision / relevant, hits.Take(50).Count(h => h) / (double)relevant);
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(10).Select((grade, place) => (Math.Pow(2, Math.Max(0, grade)) - 1) / Math.Log2(place + 2)).Sum();
}
