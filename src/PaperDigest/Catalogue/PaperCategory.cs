namespace PaperDigest.Catalogue;

/// <summary>
/// One category of a paper, beside the day the paper was first listed: a category's page reads its newest fifty from one
/// index and costs the same at a hundred papers and at a million.
/// </summary>
public sealed class PaperCategory
{
    public required string Category { get; set; }
    public DateOnly FirstListed { get; set; }
    public required string ArxivId { get; set; }
}
