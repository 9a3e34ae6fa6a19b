namespace PaperDigest.Search;

/// <summary>What was understood of a query: conditions, all of which an answer meets, and words by which answers are ranked.</summary>
/// <param name="Text">The whole as it was typed.</param>
internal sealed record ParsedQuery(string Text, IReadOnlyList<SearchClause> Clauses)
{
    public static readonly ParsedQuery None = new("", []);

    /// <summary>What is more than a word to rank by.</summary>
    public IReadOnlyList<SearchClause> Conditions => [.. Clauses.Where(c => !c.IsFree)];

    /// <summary>Whether there are only words to rank by.</summary>
    public bool IsPlain => Clauses.All(c => c.IsFree);

    /// <summary>Whether anything in it says what papers are about, by which they can be ranked.</summary>
    public bool IsRankable => Clauses.Any(c => c.AnyOf.Any(t => t is { IsExcluded: false, IsText: true }));

    /// <summary>What papers are ranked by: all words that an answer has or may have.</summary>
    public string Ranked => IsPlain ? Text : Joined(t => t.IsText || t.Kind == TermKind.Author);

    /// <summary>What is set off in the text of an answer.</summary>
    public string Marked => IsPlain ? Text : Joined(t => t.IsText);

    /// <summary>Each condition in words, and the query without it.</summary>
    public IReadOnlyList<(string Words, string Others)> Parts => [.. Conditions.Select(c => (c.Words, Written(Clauses.Where(o => o != c))))];

    /// <summary>The words to rank by, as they were typed.</summary>
    public string Free => Written(Clauses.Where(c => c.IsFree));

    /// <summary>The query with other words to rank by in the place of some.</summary>
    public string With(Func<string, string> other) =>
        string.Join(' ', Clauses.Select(c => c.IsFree ? other(c.Written) : c.Written));

    private string Joined(Func<SearchTerm, bool> wanted) =>
        string.Join(' ', Clauses.SelectMany(c => c.AnyOf).Where(t => !t.IsExcluded && wanted(t)).Select(t => t.Text));

    private static string Written(IEnumerable<SearchClause> clauses) => string.Join(' ', clauses.Select(c => c.Written));
}
