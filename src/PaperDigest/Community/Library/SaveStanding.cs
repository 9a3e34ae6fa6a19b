namespace PaperDigest.Community;

/// <summary>Whether the reader keeps a paper, after a save or the contrary.</summary>
internal sealed record SaveStanding(bool Saved);
