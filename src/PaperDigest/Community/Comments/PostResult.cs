namespace PaperDigest.Community;

/// <summary>What came of posting a comment.</summary>
internal sealed record PostResult(PostOutcome Outcome, PostedComment? Comment = null);

internal enum PostOutcome
{
    /// <summary>Now, or before by the same form.</summary>
    Posted,

    /// <summary>No such paper, or the comment to answer is not there any more.</summary>
    NothingToAnswer,

    /// <summary>The account has no public name yet.</summary>
    NoName,

    TooOften,
}

/// <summary>What came of editing a comment.</summary>
internal enum EditOutcome
{
    /// <summary>No comment of this person's that is shown.</summary>
    NotTheirs,

    /// <summary>It says that now, whether or not it said so before.</summary>
    Edited,

    /// <summary>It was edited so often that it stays as it is.</summary>
    Final,
}
