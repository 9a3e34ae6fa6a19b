namespace PaperDigest.Catalogue;

/// <summary>One paper on a curated list of one date.</summary>
public sealed class CuratedEntry
{
    public DateOnly Date { get; set; }
    public CuratedList List { get; set; }
    public required string ArxivId { get; set; }

    /// <summary>Place on the list as last seen, from 1.</summary>
    public int Position { get; set; }

    /// <summary>The account that put it there; null when the list does not tell.</summary>
    public string? SubmittedBy { get; set; }

    /// <summary>What the account's owner goes by.</summary>
    public string? SubmittedByName { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }
}
