namespace PaperDigest.Search;

/// <summary>The words of a query that papers can be ranked by.</summary>
/// <param name="Terms">The different terms, and how often each is in the query.</param>
/// <param name="Sequence">The terms in their order with their places, without stop words and joined forms.</param>
internal sealed record QueryWords(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<PlacedTerm> Sequence)
{
    /// <summary>Joined forms repeat their parts, which are looked up too; together they count as about one word more.</summary>
    private const float JoinedWeight = 0.5f;

    public static QueryWords Of(string text, Vocabulary vocabulary)
    {
        var tokenizer = new Tokenizer();
        var terms = new Dictionary<int, float>();
        var sequence = new List<PlacedTerm>();
        var place = 0;
        foreach (var token in tokenizer.Cut(text).Where(t => !t.EndsSentence))
        {
            var term = vocabulary.FindTerm(tokenizer.Letters(token));
            if (!token.Joined) place++;
            if (term == Vocabulary.NoTerm) continue;
            terms[term] = terms.GetValueOrDefault(term) + (token.Joined ? JoinedWeight : 1);
            if (!token.Joined) sequence.Add(new PlacedTerm(term, place));
        }
        return new QueryWords([.. terms.Select(t => new QueryTerm(t.Key, t.Value))], sequence);
    }
}

/// <summary>A term of a query and how much it counts there.</summary>
internal readonly record struct QueryTerm(int Term, float Weight);

/// <summary>A term and which word of the query it is, stop words counted.</summary>
internal readonly record struct PlacedTerm(int Term, int Place);
