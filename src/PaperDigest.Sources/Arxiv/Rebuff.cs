namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// An answer by which a source turns its caller away: what it was, in a sentence; whether it was 403, which means the caller and not
/// the moment; and how long the source told it to stay away, if it did.
/// </summary>
public sealed record Rebuff(string Because, bool IsForbidden, TimeSpan? Told);
