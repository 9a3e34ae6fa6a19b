namespace PaperDigest.Catalogue;

/// <summary>
/// One author's name of a paper, beside the day the paper was first listed: an author's page reads its newest fifty from one index
/// and costs the same for three papers and for three thousand. The database itself keeps the rows equal to the papers'.
/// </summary>
public sealed class PaperAuthor
{
    public required string Author { get; set; }
    public DateOnly FirstListed { get; set; }
    public required string ArxivId { get; set; }
}
