namespace PaperDigest.Following;

/// <summary>What became of a wish to follow something.</summary>
internal enum FollowOutcome
{
    Following,

    /// <summary>The reader follows as much as <see cref="Follows"/> allows.</summary>
    Full,
}
