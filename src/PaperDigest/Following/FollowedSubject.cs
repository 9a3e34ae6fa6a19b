namespace PaperDigest.Following;

/// <summary>Something that a reader follows, and whether it brings papers at present.</summary>
public sealed record FollowedSubject(FollowSubject Subject, bool IsMuted);
