namespace PaperDigest.Following;

/// <summary>Whether a paper is hidden from its reader, after an act.</summary>
internal sealed record HideStanding(bool Hidden);
