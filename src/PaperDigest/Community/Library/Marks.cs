namespace PaperDigest.Community;

/// <summary>What one reader did with the papers of a page: ids of those voted for, saved and read.</summary>
public sealed record Marks(IReadOnlySet<string> Voted, IReadOnlySet<string> Saved, IReadOnlySet<string> Read)
{
    /// <summary>The marks of one who never did anything here.</summary>
    public static readonly Marks None = new(new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
}
