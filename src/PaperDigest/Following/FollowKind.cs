namespace PaperDigest.Following;

/// <summary>What one can follow.</summary>
public enum FollowKind
{
    /// <summary>Papers with an author of exactly this name.</summary>
    Author,

    /// <summary>Papers of an arXiv category.</summary>
    Category,

    /// <summary>Papers that have these words, one after the other, in title or abstract.</summary>
    Words,

    /// <summary>Papers that a search finds; the subject is the query of its address.</summary>
    Search,
}
