namespace PaperDigest.Catalogue;

/// <summary>
/// A date that has at least one listing, with its counts over all categories (a paper counted once, as new where any category
/// announced it so). Previous, next and latest day are look-ups in this small table.
/// </summary>
public sealed class ListingDay
{
    public DateOnly Date { get; set; }

    /// <summary>When arXiv announced it: 20:00 Eastern time on the evening before.</summary>
    public DateTimeOffset AnnouncedAt { get; set; }

    public int NewCount { get; set; }
    public int CrossCount { get; set; }
    public int ReplacedCount { get; set; }
    public bool IsSample { get; set; }

    /// <summary>Something that bears on the day's order (an entry, a vote) changed at this instant.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the day's ranking was last computed; null before the first time.</summary>
    public DateTimeOffset? RankedAt { get; set; }
}
