namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// One version of a paper: when it was submitted (UTC) and what kind of source it has, in arXiv's letters. They are empty for plain
/// TeX, and null where the interface does not tell.
/// </summary>
public sealed record ArxivVersion(int Number, DateTimeOffset Submitted, string? SourceType)
{
    /// <summary>arXiv marks a withdrawn version by the letter I; words in the comments prove nothing. Null where that is not told.</summary>
    public bool? IsWithdrawn => SourceType?.Contains('I', StringComparison.Ordinal);
}
