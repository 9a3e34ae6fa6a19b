namespace PaperDigest.Following;

/// <summary>A paper that a reader does not want to be offered again.</summary>
public sealed class HiddenPaper
{
    public Guid ReaderId { get; set; }
    public required string ArxivId { get; set; }
    public DateTimeOffset HiddenAt { get; set; }
}
