namespace PaperDigest.Submissions;

/// <summary>A wish to submit a paper.</summary>
/// <param name="Paper">What was typed: an arXiv id, or the address of its page or file at arXiv.</param>
/// <param name="Comment">Why; null when nothing was said.</param>
internal sealed record SubmitOrder(string Paper, string? Comment, Guid Account, bool IsCurator)
{
    public const int LongestComment = 500;
}
