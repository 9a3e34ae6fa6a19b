namespace PaperDigest.Catalogue;

/// <summary>That version n of a paper was announced; one row per version seen.</summary>
public sealed class PaperVersion
{
    public required string ArxivId { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>The listing that announced it; null when only its submission is known.</summary>
    public DateOnly? ListedOn { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }
    public required string Title { get; set; }
}
