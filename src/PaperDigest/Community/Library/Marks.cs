namespace PaperDigest.Community;

/// <summary>What one reader did with the papers of a page: ids of those voted for, saved and read.</summary>
public sealed record Marks(IReadOnlySet<string> Voted, IReadOnlySet<string> Saved, IReadOnlySet<string> Read)
{
    /// <summary>Whether the reader did anything with the paper.</summary>
    public bool Any(string arxivId) => Voted.Contains(arxivId) || Saved.Contains(arxivId) || Read.Contains(arxivId);

    /// <summary>The marks of one who never did anything here.</summary>
    public static readonly Marks None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
}
