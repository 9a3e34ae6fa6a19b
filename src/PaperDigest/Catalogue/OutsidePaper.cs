namespace PaperDigest.Catalogue;

/// <summary>
/// What Hugging Face knows of a paper, as last seen. Its votes and comments also stand in <see cref="Paper"/>, where ranking reads
/// them. Images and media are addresses only: no page loads them.
/// </summary>
public sealed class OutsidePaper
{
    public required string ArxivId { get; set; }
    public int Votes { get; set; }
    public int Comments { get; set; }

    /// <summary>An http or https address, as all addresses here.</summary>
    public string? CodeUrl { get; set; }

    /// <summary>GitHub's stars of the code.</summary>
    public int? CodeStars { get; set; }

    public string? ProjectUrl { get; set; }

    /// <summary>Chosen by a language model.</summary>
    public required string[] Keywords { get; set; }

    /// <summary>A sentence or two written by a language model; to be shown as such.</summary>
    public string? Summary { get; set; }

    /// <summary>The name of that model; null when the site does not tell.</summary>
    public string? SummaryModel { get; set; }

    public string? Organization { get; set; }
    public string? ThumbnailUrl { get; set; }
    public required string[] MediaUrls { get; set; }
    public string? DiscussionId { get; set; }

    /// <summary>When it was seen to be so for the first time.</summary>
    public DateTimeOffset ObservedAt { get; set; }
}
