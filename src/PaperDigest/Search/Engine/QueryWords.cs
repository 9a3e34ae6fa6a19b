namespace PaperDigest.Search;

/// <summary>The words of a query that papers can be ranked by.</summary>
/// <param name="Terms">The different terms, and how often each is in the query.</param>
/// <param name="Sequence">The terms in their order with their places, without stop words and joined forms.</param>
internal sealed record QueryWords(IReadOnlyList<QueryTerm> Terms, IReadOnlyList<PlacedTerm> Sequence)
{
    /// <summary>Joined forms repeat their parts, which are looked up too; together they count as about one word more.</summary>
    private const float JoinedWeight = 0.5f;

    /// <summary>All words as they were written, by number in the vocabulary, -1 for unknown ones.</summary>
    public IReadOnlyList<int> Written { get; init; } = [];

    /// <summary>Words that no paper has, nor any with the same stem.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>How many different words a paper must have to have them all.</summary>
    public int Wanted => Sequence.DistinctBy(w => w.Term).Count() + Unknown.Count;

    public static QueryWords Of(string text, Vocabulary vocabulary)
    {
        var tokenizer = new Tokenizer();
        var terms = new Dictionary<int, float>();
        var (sequence, written, unknown) = (new List<PlacedTerm>(), new List<int>(), new List<string>());
        foreach (var token in tokenizer.Cut(text).Where(t => !t.EndsSentence))
        {
            var letters = tokenizer.Letters(token);
            if (!token.Joined) written.Add(vocabulary.Find(letters));
            if (StopWords.Contains(letters)) continue;
            if (vocabulary.FindTerm(letters) is var term && term != Vocabulary.NoTerm)
            {
                terms[term] = terms.GetValueOrDefault(term) + (token.Joined ? JoinedWeight : 1);
                if (!token.Joined) sequence.Add(new PlacedTerm(term, written.Count));
            }
            else if (!token.Joined && !unknown.Contains(letters.ToString()))
            {
                unknown.Add(letters.ToString());
            }
        }
        return new QueryWords([.. terms.Select(t => new QueryTerm(t.Key, t.Value))], sequence) { Written = written, Unknown = unknown };
    }
}

/// <summary>A term of a query and how much it counts there.</summary>
internal readonly record struct QueryTerm(int Term, float Weight);

/// <summary>A term and which word of the query it is, stop words counted.</summary>
internal readonly record struct PlacedTerm(int Term, int Place);
