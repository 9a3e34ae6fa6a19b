namespace PaperDigest.Search;

/// <summary>A paper that the words typed so far may mean.</summary>
/// <param name="Authors">The first author, and how many more.</param>
public sealed record Suggestion(string ArxivId, string Title, string Authors);
