namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Fetches arXiv's daily feeds, one request for each category. Whether a feed is of the wanted day, or stale, the caller judges:
/// that takes knowledge of what it took in before. Give it a client of <see cref="ArxivHttp"/>.
/// </summary>
public sealed class ArxivFeedClient(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    private readonly ArxivConversation conversation = new(http, settings, pacing);

    /// <summary>
    /// The feed of a category (<c>cs.AI</c>), or of several joined by "+". Every outcome but cancellation is a value;
    /// <paramref name="tell"/> hears of each attempt as it ends, in words.
    /// </summary>
    public async Task<FetchOutcome> Fetch(string category, Action<string>? tell, CancellationToken cancel)
    {
        var answer = await conversation.Ask(new ArxivRequest<ArxivFeed>(settings.FeedOf(category), settings.FeedTimeout, Read, tell), cancel);
        return new FetchOutcome(category, answer.Value, answer.Refusal)
        {
            Attempts = answer.Attempts,
            Bytes = answer.Bytes,
            Story = answer.Story,
        };

        (ArxivFeed?, Refusal?) Read(byte[] body) => ArxivFeedParser.Parse(body, category) switch
        {
            FeedResult.Listing(var feed) => (feed, null),
            FeedResult.Refused(var refusal) => (null, refusal),
            _ => throw new InvalidOperationException("A feed is a listing or refused."),
        };
    }
}
