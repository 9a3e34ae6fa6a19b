namespace PaperDigest.Ranking;

/// <summary>What was counted for a paper of a day's list at an instant.</summary>
internal sealed record RecordedLook(DateOnly Date, string ArxivId, DateTimeOffset At, int Votes)
{
    public int Comments { get; init; }

    /// <summary>When the paper came onto the list.</summary>
    public required DateTimeOffset Since { get; init; }
}
