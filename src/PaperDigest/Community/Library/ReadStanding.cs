namespace PaperDigest.Community;

/// <summary>Whether a paper counts as read by its reader.</summary>
internal sealed record ReadStanding(bool Read);
