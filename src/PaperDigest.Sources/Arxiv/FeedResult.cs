namespace PaperDigest.Sources.Arxiv;

/// <summary>What came of reading a feed: its listing, or why all of it was refused.</summary>
public abstract record FeedResult
{
    private FeedResult()
    {
    }

    public sealed record Listing(ArxivFeed Feed) : FeedResult;

    public sealed record Refused(Refusal Refusal) : FeedResult;
}
