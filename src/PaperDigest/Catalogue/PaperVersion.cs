namespace PaperDigest.Catalogue;

/// <summary>
/// One version of a paper, as far as it is known. What it said is here once a newer one has taken its place; the newest version's
/// texts are in <see cref="Paper"/> alone.
/// </summary>
public sealed class PaperVersion
{
    public required string ArxivId { get; set; }

    /// <summary>From 1.</summary>
    public int Version { get; set; }

    /// <summary>The listing that announced it; null when only its submission is known.</summary>
    public DateOnly? ListedOn { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>Null when the version was never taken in while it was the newest; so for the other texts.</summary>
    public string? Title { get; set; }

    public string? Abstract { get; set; }

    /// <summary>In the order of the paper, one entry each.</summary>
    public string[]? Authors { get; set; }

    /// <summary>Whether it withdraws the paper; null when no source that knows was read.</summary>
    public bool? IsWithdrawn { get; set; }
}
