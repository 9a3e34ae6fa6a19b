namespace PaperDigest.Search;

/// <summary>
/// Ranks the papers of an index for a query: <see cref="Bm25F"/> over all of them, <see cref="Proximity"/> over the best of that,
/// meaning over all by their vectors, and the <see cref="Fusion"/> of these.
/// </summary>
internal static class HybridRanking
{
    /// <summary>How deep a ranking goes; nobody reads on.</summary>
    public const int Depth = 1_000;

    /// <summary>So many of the best by words are read for nearness, at some three microseconds each.</summary>
    private const int ReadForNearness = 500;

    /// <summary>A short query with fewer papers than this that have any of its words is filled up by meaning.</summary>
    private const int FewFound = 20;

    /// <summary>The best papers for a query, at most <see cref="Depth"/>, the best first.</summary>
    public static List<Scored> Of(IndexView index, QueryWords query, RankingLegs legs = RankingLegs.All)
    {
        using var scores = Scores.Of(index.Count);
        return Of(index, query, legs, scores);
    }

    /// <summary>The same, leaving in <paramref name="scores"/> how many of the terms each paper has.</summary>
    public static List<Scored> Of(IndexView index, QueryWords query, RankingLegs legs, Scores scores)
    {
        index.AddTo(scores, query.Terms);
        var found = index.Best(scores.All, 0, Depth);
        if (legs.HasFlag(RankingLegs.Nearness)) found = Nearer(found, new Proximity(query, index), scores);
        if (!legs.HasFlag(RankingLegs.Meaning) || index.Meaning is null) return found;
        var alpha = Fusion.MeaningIn(query.Sequence.Count);
        if (alpha > 0) return WithMeaning(index, scores, found, index.Meaning.Encoder.Encode(query), alpha);
        return found.Count < FewFound ? FilledUp(index, found, index.Meaning.Encoder.Encode(query)) : found;
    }

    /// <summary>The papers most like one, itself left out.</summary>
    public static List<Scored> Similar(IndexView index, int paper, RankingLegs legs = RankingLegs.All)
    {
        var counter = new TermCounter();
        counter.ReadWithoutAuthors(index.Papers.Read(paper), index.Papers.Terms);
        var found = Similar(index, SimilarPapers.QueryOf(counter, index), legs);
        found.RemoveAll(f => f.Paper == paper);
        return found;
    }

    /// <summary>The papers most like a text.</summary>
    public static List<Scored> Similar(IndexView index, QueryWords text, RankingLegs legs = RankingLegs.All)
    {
        using var scores = Scores.Of(index.Count);
        index.AddTo(scores, text.Terms);
        var found = index.Best(scores.All, 0, Depth);
        return legs.HasFlag(RankingLegs.Meaning) && index.Meaning is not null
            ? WithMeaning(index, scores, found, index.Meaning.Encoder.Encode(text), Fusion.OfPapers)
            : found;
    }

    private static List<Scored> Nearer(List<Scored> found, Proximity proximity, Scores scores)
    {
        for (var i = 0; i < Math.Min(found.Count, ReadForNearness); i++)
        {
            var (paper, score) = found[i];
            found[i] = new Scored(paper, score + proximity.Of(paper));
            scores.All[paper] = found[i].Score;
        }
        found.Sort();
        return found;
    }

    private static List<Scored> WithMeaning(IndexView index, Scores words, List<Scored> found, float[] vector, float alpha)
    {
        using var meaning = Scores.Of(index.Count);
        index.Meaning!.Vectors.Cosines(vector, index.Count, meaning.All);
        var candidates = found.Select(f => f.Paper).Union(index.Best(meaning.All, 0, Depth).Select(f => f.Paper)).ToList();
        var mixed = Fusion.Mix(candidates, words.All, meaning.All, alpha);
        return mixed.Count > Depth ? mixed[..Depth] : mixed;
    }

    /// <summary>Behind what has the words, what is nearest in meaning; scores go on falling below the last.</summary>
    private static List<Scored> FilledUp(IndexView index, List<Scored> found, float[] vector)
    {
        using var meaning = Scores.Of(index.Count);
        index.Meaning!.Vectors.Cosines(vector, index.Count, meaning.All);
        var last = found is [.., var (_, score)] ? score : 1;
        var known = found.Select(f => f.Paper).ToHashSet();
        var fill = index.Best(meaning.All, 0, Depth).Where(f => !known.Contains(f.Paper)).Select(f => new Scored(f.Paper, last * f.Score / 2));
        return [.. found, .. fill];
    }
}
