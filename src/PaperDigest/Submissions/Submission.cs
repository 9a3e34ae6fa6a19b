namespace PaperDigest.Submissions;

/// <summary>A paper that somebody put forward for the list of a day; a paper is put forward once.</summary>
public sealed class Submission
{
    public required string ArxivId { get; set; }

    /// <summary>Who; null once the account is gone.</summary>
    public Guid? AccountId { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    /// <summary>Why it is worth reading, as the submitter said it; null when nothing was said.</summary>
    public string? Comment { get; set; }

    public Verdict State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The curator; null while nobody decided, where none had to, and once the curator's account is gone.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>The day on whose list it stands; null unless accepted.</summary>
    public DateOnly? ListedOn { get; set; }
}
