namespace PaperDigest.Listings;

/// <summary>A holiday of arXiv's as an admin keeps it: the migration brings those of 2025 and 2026.</summary>
public sealed class AnnouncementHoliday
{
    public DateOnly Date { get; set; }
    public required string Name { get; set; }
}
