namespace PaperDigest.Catalogue;

/// <summary>One paper in one category's listing of one date.</summary>
public sealed class ListingEntry
{
    public DateOnly Date { get; set; }
    public required string Category { get; set; }
    public required string ArxivId { get; set; }
    public ListingSection Section { get; set; }

    /// <summary>The version announced.</summary>
    public int Version { get; set; }

    /// <summary>Place in the listing as the source gave it, from 1.</summary>
    public int Position { get; set; }

    /// <summary>Whether the feed left it out, and arXiv's records told of it.</summary>
    public bool FilledIn { get; set; }
}

/// <summary>The parts of a listing, in arXiv's order. Withdrawals are announced as replacements.</summary>
public enum ListingSection
{
    New,
    Cross,
    Replace,
    ReplaceCross,
}
