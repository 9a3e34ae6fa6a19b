namespace PaperDigest.Search;

/// <summary>Whoever types the whole title of a paper means that paper.</summary>
internal static class ExactTitle
{
    /// <summary>A paper with all words of the query in its title is among so many.</summary>
    private const int Looked = 50;

    /// <summary>The ranking with the papers first whose title is the query, word for word.</summary>
    public static List<Scored> First(List<Scored> ranked, QueryWords query, IndexView index)
    {
        if (query.Written.Count == 0 || query.Written.Contains(-1)) return ranked;
        var meant = ranked.Take(Looked).Where(r => IsTitle(query.Written, index.Papers.Read(r.Paper))).ToList();
        return meant.Count == 0 ? ranked : [.. meant.Select(m => m with { Score = ranked[0].Score }), .. ranked.Except(meant)];
    }

    private static bool IsTitle(IReadOnlyList<int> words, PaperReader paper)
    {
        var at = 0;
        while (paper.Next() && paper.Field == PaperField.Title)
        {
            if (paper.IsJoined || paper.Word == Vocabulary.SentenceEnd) continue;
            if (at == words.Count || words[at++] != paper.Word) return false;
        }
        return at == words.Count;
    }
}
