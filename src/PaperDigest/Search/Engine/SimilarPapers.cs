namespace PaperDigest.Search;

/// <summary>What of a paper is looked up to find others like it: the terms that say most, each as often as it is there.</summary>
internal static class SimilarPapers
{
    /// <summary>The others add time and no precision.</summary>
    private const int MostTerms = 60;

    public static QueryWords QueryOf(TermCounter paper, IndexView index)
    {
        var terms = Enumerable.Range(0, paper.Count).Select(i => new QueryTerm(paper.Terms[i], paper.Weights[i]));
        return new QueryWords([.. terms.OrderByDescending(t => t.Weight * index.Idf(t.Term)).Take(MostTerms)], []);
    }
}
