namespace PaperDigest.Submissions;

/// <summary>A claim as pages show it.</summary>
public sealed record ClaimedPaper(string ArxivId, string Title, string Author, DateTimeOffset ClaimedAt, Verdict State)
{
    public Guid Account { get; init; }

    /// <summary>The claimant's public name; null for who has none any more.</summary>
    public string? By { get; init; }

    /// <summary>The claimant's address, for curators.</summary>
    public string? Email { get; init; }

    public string? Comment { get; init; }
    public string? Reason { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}
