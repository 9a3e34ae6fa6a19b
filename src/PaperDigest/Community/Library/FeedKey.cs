namespace PaperDigest.Community;

/// <summary>How often the address of an account's private feeds was changed; the one before opens nothing any more.</summary>
public sealed class FeedKey
{
    public Guid AccountId { get; set; }
    public int Generation { get; set; }
}
