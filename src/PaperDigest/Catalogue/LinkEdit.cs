namespace PaperDigest.Catalogue;

/// <summary>
/// What somebody said a paper's links are, each time all of them; the newest is what counts, the older ones are kept as its history.
/// Addresses are of http or https; null where there is none, and what other sites know is shown.
/// </summary>
public sealed class LinkEdit
{
    public required string ArxivId { get; set; }
    public DateTimeOffset SetAt { get; set; }
    public string? CodeUrl { get; set; }
    public string? ProjectUrl { get; set; }
    public string? DataUrl { get; set; }

    /// <summary>Whose account said so; null when that is gone.</summary>
    public Guid? AccountId { get; set; }
}
