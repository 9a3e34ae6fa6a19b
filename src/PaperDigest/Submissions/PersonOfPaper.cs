namespace PaperDigest.Submissions;

/// <summary>Somebody of this site who has to do with a paper.</summary>
/// <param name="IsSubmitter">Who put it forward; otherwise one who says to be an author.</param>
/// <param name="PublicName">Null for who has none any more.</param>
/// <param name="Text">What the submitter said of it, or the author's name on the paper.</param>
public sealed record PersonOfPaper(bool IsSubmitter, string? PublicName, string? Text)
{
    public DateTimeOffset At { get; init; }
    public Verdict State { get; init; }

    /// <summary>Whether it is the claim of the account that asks.</summary>
    public bool IsOwn { get; init; }
}
