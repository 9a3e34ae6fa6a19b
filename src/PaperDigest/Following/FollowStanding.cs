namespace PaperDigest.Following;

/// <summary>Whether the reader follows something, after an act.</summary>
internal sealed record FollowStanding(bool Following);
