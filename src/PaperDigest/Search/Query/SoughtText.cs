namespace PaperDigest.Search;

/// <summary>Words to be found one after the other in some fields of a paper.</summary>
/// <param name="Sequence">Numbers of words where they must be exactly so, and of terms otherwise.</param>
internal sealed record SoughtText(int[] Sequence)
{
    public bool IsExcluded { get; private init; }
    public bool IsExact { get; private init; }

    /// <summary>Whether no paper can have them.</summary>
    public bool IsUnknown { get; private init; }

    /// <summary>The term of all of them written as one ("finetuning"), which stands for them; <see cref="Vocabulary.NoTerm"/> for none.</summary>
    public int Joined { get; private init; } = Vocabulary.NoTerm;

    public PaperField First { get; private init; }
    public PaperField Last { get; private init; }

    public static SoughtText Of(SearchTerm term, PaperIndex index)
    {
        var words = index.WordsOf(term.Text);
        // Stop words have no term, and are told from one another only as they are written.
        var isExact = term.IsQuoted || (words.Sequence.Count == 0 && words.Unknown.Count == 0);
        int[] terms = [.. Enumerable.Repeat(Vocabulary.NoTerm, words.Written.Count)];
        foreach (var (number, place) in words.Sequence) terms[place - 1] = number;
        var joined = words.Terms.Select(t => t.Term).Except(terms).ToList();
        return new SoughtText(isExact ? [.. words.Written] : terms)
        {
            IsExcluded = term.IsExcluded, IsExact = isExact,
            IsUnknown = words.Written.Count == 0 || (isExact ? words.Written.Contains(-1) : words.Unknown.Count > 0),
            Joined = isExact ? Vocabulary.NoTerm : terms is [var one] ? one : joined is [var whole] ? whole : Vocabulary.NoTerm,
            First = term.Kind == TermKind.Abstract ? PaperField.Text : PaperField.Title,
            Last = term.Kind switch { TermKind.Title => PaperField.Title, TermKind.Abstract => PaperField.Text, _ => PaperField.Authors },
        };
    }
}
