namespace PaperDigest.Submissions;

/// <summary>A decision as the curators' log shows it.</summary>
public sealed record DecidedRow(DateTimeOffset At, string By, Verdict State, string ArxivId, string Title)
{
    /// <summary>Whose wish it was; null for who has no name any more.</summary>
    public string? Whose { get; init; }

    public string? Reason { get; init; }
}
