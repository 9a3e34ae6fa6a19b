namespace PaperDigest.Catalogue;

/// <summary>
/// What arXiv announced in one category for one date: the unit that is stored whole or not at all. The date is the
/// announcement's (Eastern time, the day after the evening mailing), never derived from a submission.
/// </summary>
public sealed class Listing
{
    public DateOnly Date { get; set; }
    public required string Category { get; set; }
    public ListingSource Source { get; set; }
    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>Entries stored; the length of this category's listing.</summary>
    public int EntryCount { get; set; }
}

/// <summary>Where a listing was read from. Only the feeds say who was announced as what; the others reconstruct it.</summary>
public enum ListingSource
{
    Feed,
    Oai,
    Sample,
}
