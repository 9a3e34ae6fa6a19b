using System.Runtime.InteropServices;

namespace PaperDigest.Search;

/// <summary>
/// What a query asks of the words of papers: phrases, words that must not be there, and where words are. Read from the papers'
/// own words, in their order, at some three microseconds each. Not to be used by two threads at once.
/// </summary>
internal sealed class TextConditions
{
    /// <summary>Between the fields of a paper, so that no phrase reaches from one into the next.</summary>
    private const int Border = -2;

    private readonly IReadOnlyList<IReadOnlyList<SoughtText>> _clauses;
    private readonly List<int> _words = [];
    private readonly List<int> _terms = [];
    private readonly List<(int Term, int At)> _joined = [];
    private readonly int[] _ends = new int[3];

    private TextConditions(IReadOnlyList<IReadOnlyList<SoughtText>> clauses) => _clauses = clauses;

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _clauses.Count == 0 && Required.Count == 0;

    /// <summary>The words that papers are merely ranked by.</summary>
    public required QueryWords Free { get; init; }

    /// <summary>Terms without which no paper can meet the conditions; -1 for one that no paper has.</summary>
    public required IReadOnlyList<int> Required { get; init; }

    public static TextConditions Of(ParsedQuery query, PaperIndex index) => new(
        [.. query.Conditions.Where(c => c.IsText).Select(c => (IReadOnlyList<SoughtText>)[.. c.AnyOf.Select(t => SoughtText.Of(t, index))])])
    {
        Free = index.WordsOf(query.Free),
        Required = [.. query.Conditions.Select(c => c.Required).OfType<SearchTerm>().SelectMany(t => RequiredBy(t, index)).Distinct()],
    };

    /// <summary>The index as if it had no papers but those with all required terms.</summary>
    public IndexView Narrow(IndexView index)
    {
        if (Required.Count == 0) return index;
        using var having = Scores.Of(index.Count);
        index.AddTo(having, [.. Required.Select(t => new QueryTerm(t, 1))]);
        var removed = index.Papers.Removed.ToArray();
        for (var paper = 0; paper < index.Count; paper++)
        {
            if (having.Matches[paper] < Required.Count) removed[paper >> 6] |= 1UL << (paper & 63);
        }
        return index with { Papers = index.Papers with { Removed = removed } };
    }

    /// <summary>Whether a paper meets them all.</summary>
    public bool Hold(PaperStore papers, int paper)
    {
        if (_clauses.Count == 0) return true;
        Read(papers.Read(paper), papers.Terms);
        return _clauses.All(c => c.Any(s => IsIn(s) != s.IsExcluded));
    }

    private static IEnumerable<int> RequiredBy(SearchTerm term, PaperIndex index)
    {
        if (!term.IsText && term.Kind != TermKind.Author) return [];
        var text = term.Kind == TermKind.Author ? AuthorName.Of(term.Text).Family : term.Text;
        var words = index.WordsOf(text);
        return words.Unknown.Count > 0 ? [Vocabulary.NoTerm] : words.Sequence.Select(w => w.Term);
    }

    private void Read(PaperReader paper, int[] terms)
    {
        _words.Clear();
        _terms.Clear();
        _joined.Clear();
        var field = PaperField.Title;
        while (paper.Next())
        {
            for (; field < paper.Field; field++) End(field);
            if (paper.IsJoined)
            {
                _joined.Add((terms[paper.Word], _words.Count - 1));
                continue;
            }
            _words.Add(paper.Word);
            _terms.Add(terms[paper.Word]);
        }
        for (; field <= PaperField.Authors; field++) End(field);
    }

    private void End(PaperField field)
    {
        _ends[(int)field] = _words.Count;
        _words.Add(Border);
        _terms.Add(Border);
    }

    private bool IsIn(SoughtText sought)
    {
        if (sought.IsUnknown) return false;
        var from = sought.First == PaperField.Title ? 0 : _ends[(int)sought.First - 1];
        var end = _ends[(int)sought.Last];
        var text = CollectionsMarshal.AsSpan(sought.IsExact ? _words : _terms)[from..end];
        if (text.IndexOf(sought.Sequence) >= 0) return true;
        return sought.Joined != Vocabulary.NoTerm && (text.Contains(sought.Joined) || _joined.Exists(j => j.Term == sought.Joined && j.At >= from && j.At < end));
    }
}
