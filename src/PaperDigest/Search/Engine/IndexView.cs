namespace PaperDigest.Search;

/// <summary>The index as it was at one moment. Never changes; any number of threads search it.</summary>
/// <param name="Parts">Postings of all papers, the oldest first.</param>
/// <param name="AverageLength">In weighted words (<see cref="Bm25F"/>), as of when the first part was built.</param>
/// <param name="Meaning">Null until an encoder was trained or loaded.</param>
internal sealed record IndexView(PaperStore Papers, IReadOnlyList<Postings> Parts, float AverageLength, Meaning? Meaning)
{
    public int Count => Papers.Count;

    /// <summary>How much a term says: the rarer, the more.</summary>
    public float Idf(int term) => Bm25F.Idf(CountOf(term), Count);

    /// <summary>How many papers have a term.</summary>
    public int CountOf(int term)
    {
        var found = 0;
        foreach (var part in Parts) found += part.CountOf(term);
        return found;
    }

    /// <summary>Scores all papers that have any of the terms.</summary>
    public void AddTo(Scores scores, IReadOnlyList<QueryTerm> terms)
    {
        foreach (var (term, weight) in terms)
        {
            var full = weight * Idf(term) * (Bm25F.K1 + 1);
            foreach (var part in Parts) part.AddTo(scores, term, full);
        }
    }

    /// <summary>The best of the papers that have a score above <paramref name="least"/>, without those removed.</summary>
    public List<Scored> Best(float[] scores, float least, int most)
    {
        var best = new BestOf(most);
        for (var paper = 0; paper < Count; paper++)
        {
            if (scores[paper] > least && scores[paper] > best.Threshold && !Papers.IsRemoved(paper)) best.Add(paper, scores[paper]);
        }
        return best.Sorted();
    }
}
