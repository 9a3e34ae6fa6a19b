namespace PaperDigest.Submissions;

/// <summary>That somebody says to be an author of a paper. Once a curator confirmed it, everybody sees it.</summary>
public sealed class AuthorClaim
{
    public required string ArxivId { get; set; }
    public Guid AccountId { get; set; }

    /// <summary>The name on the paper, exactly as it stands there.</summary>
    public required string Author { get; set; }

    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>What helps the curator to know, such as a page that names the address; null when nothing was said.</summary>
    public string? Comment { get; set; }

    public Verdict State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Reason { get; set; }
}
