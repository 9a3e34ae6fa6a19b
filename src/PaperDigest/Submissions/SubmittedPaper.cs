namespace PaperDigest.Submissions;

/// <summary>A submission as pages show it.</summary>
public sealed record SubmittedPaper(string ArxivId, string Title, DateTimeOffset SubmittedAt, Verdict State)
{
    /// <summary>The submitter's public name; null for who has none any more.</summary>
    public string? By { get; init; }

    public string? Comment { get; init; }
    public string? Reason { get; init; }

    /// <summary>The curator's name, or address where none was chosen; null where no curator decided.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}
