namespace PaperDigest.Search;

/// <summary>A paper that the words typed so far may mean.</summary>
/// <param name="Authors">The first author, and how many more.</param>
public sealed record Suggestion(string ArxivId, string Title, string Authors)
{
    internal static Suggestion Of(string arxivId, string title, IReadOnlyList<string> authors, int count)
    {
        var first = authors is [var name, ..] ? name : "";
        return new Suggestion(arxivId, title, count > 1 ? $"{first} and {count - 1} more" : first);
    }
}
