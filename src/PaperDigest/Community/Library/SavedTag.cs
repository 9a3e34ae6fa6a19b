namespace PaperDigest.Community;

/// <summary>A tag that a reader uses, and on how many saved papers.</summary>
public sealed record SavedTag(string Name, int Papers);
