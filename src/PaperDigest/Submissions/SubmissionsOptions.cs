using System.ComponentModel.DataAnnotations;

namespace PaperDigest.Submissions;

/// <summary>Whose submissions stand on a day's list, settings under <c>Community</c>.</summary>
internal sealed class SubmissionsOptions
{
    /// <summary><c>open</c>: everybody's at once; <c>queued</c>: after a curator accepted them; <c>closed</c>: only curators'. A curator's own never wait.</summary>
    public SubmissionMode Submissions { get; set; } = SubmissionMode.Queued;

    /// <summary>Papers that one account may put forward within 24 hours.</summary>
    [Range(1, 1000)]
    public int SubmissionsADay { get; set; } = 5;
}

/// <summary>What becomes of what readers submit.</summary>
internal enum SubmissionMode
{
    Open,
    Queued,
    Closed,
}
