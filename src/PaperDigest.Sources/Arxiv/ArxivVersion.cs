namespace PaperDigest.Sources.Arxiv;

/// <summary>One version of a paper: when it was submitted (UTC) and what kind of source it has, in arXiv's letters.</summary>
public sealed record ArxivVersion(int Number, DateTimeOffset Submitted, string? SourceType)
{
    /// <summary>arXiv marks a withdrawn version by the letter I; words in the comments prove nothing.</summary>
    public bool IsWithdrawn => SourceType?.Contains('I', StringComparison.Ordinal) == true;
}
