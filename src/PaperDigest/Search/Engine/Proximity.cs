namespace PaperDigest.Search;

/// <summary>
/// Rewards papers where words that are neighbours in the query are near each other: as a phrase, in the query's order and next to
/// each other, and within a window of eight words in any order.
/// <code>
/// score = sum over neighbours (a, b) of (idf(a) + idf(b)) / 2 * (k1 + 1) * (ordered * s(phrases) + unordered * s(windows))
/// </code>
/// with the saturation s and the length norm of <see cref="Bm25F"/>; ordered 0.5 and unordered 0.25, and twice that for few words.
/// The features are those of D. Metzler, W. B. Croft, "A Markov random field model for term dependencies", SIGIR 2005, the
/// saturation that of Y. Rasolofo, J. Savoy, "Term proximity scoring for keyword-based retrieval systems", ECIR 2003. The weights
/// gain 0.1 of nDCG@10 on keywords and cost nothing on questions.
/// </summary>
internal sealed class Proximity
{
    /// <summary>In so few words people type the names of things, which stand together where they are meant.</summary>
    public const int FewWords = 4;

    private const int Window = 8;

    /// <summary>Beyond, the query is a text, whose neighbours say little.</summary>
    private const int MostWords = 40;

    private readonly IndexView _index;
    private readonly PlacedTerm[] _words;
    private readonly float[] _pairs;
    private readonly Dictionary<int, List<int>> _found = [];
    private readonly (float Ordered, float Unordered) _weights;
    // A bit for the last six of each term's: spares nine of ten words of a paper the look-up.
    private readonly ulong _mask;

    public Proximity(QueryWords query, IndexView index)
    {
        _index = index;
        _words = [.. query.Sequence.Take(MostWords)];
        _pairs = [.. _words.Zip(_words.Skip(1), (a, b) => a.Term == b.Term ? 0 : (index.Idf(a.Term) + index.Idf(b.Term)) / 2)];
        foreach (var word in _words)
        {
            _found[word.Term] = [];
            _mask |= 1UL << (word.Term & 63);
        }
        _weights = query.Sequence.Count <= FewWords ? (1, 0.5f) : (0.5f, 0.25f);
    }

    /// <summary>What nearness adds to the paper's score; 0 when no two neighbours are near.</summary>
    public float Of(int paper)
    {
        if (_pairs.Length == 0) return 0;
        var norm = Bm25F.Norm(Find(paper), _index.AverageLength);
        var score = 0f;
        for (var i = 0; i < _pairs.Length; i++)
        {
            var (ordered, near) = Count(_found[_words[i].Term], _found[_words[i + 1].Term]);
            score += _pairs[i] * ((_weights.Ordered * Bm25F.Saturation(ordered, norm)) + (_weights.Unordered * Bm25F.Saturation(near, norm)));
        }
        return score * (Bm25F.K1 + 1);
    }

    /// <summary>Finds where in the paper each term of the query is, and returns the paper's length.</summary>
    private float Find(int number)
    {
        foreach (var found in _found.Values) found.Clear();
        var paper = _index.Papers.Read(number);
        var terms = _index.Papers.Terms;
        var (at, field, length) = (0, PaperField.Title, 0f);
        while (paper.Next())
        {
            if (paper.Field != field)
            {
                // No window reaches from the title into the abstract.
                at += 2 * Window;
                field = paper.Field;
            }
            if (!paper.IsJoined && paper.Word != Vocabulary.SentenceEnd) at++;
            if (terms[paper.Word] is not (var term and >= 0)) continue;
            if (!paper.IsJoined) length += Bm25F.LengthOf(field);
            if ((_mask & (1UL << (term & 63))) != 0 && _found.TryGetValue(term, out var found)) found.Add(at);
        }
        return length;
    }

    private static (int Ordered, int Near) Count(List<int> first, List<int> second)
    {
        var (ordered, near, from) = (0, 0, 0);
        foreach (var at in first)
        {
            while (from < second.Count && second[from] <= at - Window) from++;
            for (var i = from; i < second.Count && second[i] < at + Window; i++)
            {
                if (second[i] == at + 1) ordered++;
                near++;
            }
        }
        return (ordered, near);
    }
}
