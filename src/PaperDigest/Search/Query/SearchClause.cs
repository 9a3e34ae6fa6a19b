namespace PaperDigest.Search;

/// <summary>A condition on papers: one term, or several of which one is enough.</summary>
/// <param name="Written">It as it was typed.</param>
internal sealed record SearchClause(IReadOnlyList<SearchTerm> AnyOf, string Written)
{
    /// <summary>Whether papers are merely ranked by it.</summary>
    public bool IsFree => AnyOf is [{ Kind: TermKind.Word, IsExcluded: false }];

    /// <summary>Whether the words of a paper alone decide.</summary>
    public bool IsText => AnyOf.All(t => t.IsText);

    /// <summary>The one term that every answer has; null where there is a choice, or it is excluded.</summary>
    public SearchTerm? Required => AnyOf is [{ IsExcluded: false } term] ? term : null;

    public string Words => string.Join(" or ", AnyOf.Select(t => t.Words));

    public SearchClause Or(SearchTerm term, string written) => new([.. AnyOf, term], $"{Written} OR {written}");
}
