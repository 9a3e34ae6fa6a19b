namespace PaperDigest.Search;

/// <summary>What the index takes of a paper.</summary>
/// <param name="Key">What the paper is found as: its arXiv id, or a document's number in a test collection.</param>
internal sealed record IndexedPaper(string Key, string Title, string Text)
{
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Changes whenever the paper does; by it the index knows what it has already.</summary>
    public long Stamp { get; init; }
}
