namespace PaperDigest.Submissions;

/// <summary>How a wish that curators look at stands.</summary>
public enum Verdict
{
    Waiting,
    Accepted,
    Declined,
}
