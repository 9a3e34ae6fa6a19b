namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// A paper's authors in its order. <paramref name="Affiliations"/> runs parallel to <paramref name="Names"/>, empty where an author
/// has none (several of one author are separated by ", "), and is null when no author has any.
/// </summary>
public sealed record AuthorCredits(IReadOnlyList<string> Names, IReadOnlyList<string>? Affiliations);
