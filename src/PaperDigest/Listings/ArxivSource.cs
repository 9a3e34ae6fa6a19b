using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>arXiv as a run asks it: one category or batch at a time, each request in its turn among all processes.</summary>
internal sealed class ArxivSource(HttpClient http, ArxivSettings settings, Func<string, ArxivPacing> pacing)
{
    private readonly ArxivFeedClient _feeds = new(http, settings, pacing(settings.FeedUrl.AbsoluteUri));
    private readonly ArxivOaiClient _oai = new(http, settings, pacing(settings.OaiUrl.AbsoluteUri));
    private readonly ArxivApiClient _api = new(http, settings, pacing(settings.ApiUrl.AbsoluteUri));

    /// <summary>The feed of one category, whatever day it is of. Every outcome but cancellation is a value.</summary>
    public Task<FetchOutcome> FeedAsync(string category, Action<string>? tell, CancellationToken cancel) => _feeds.Fetch(category, tell, cancel);

    /// <summary>Where records are asked for, without the rest of the address.</summary>
    public string OaiHost => settings.OaiUrl.Host;

    /// <summary>The pages of a list of records; one with a refusal ends it.</summary>
    public IAsyncEnumerable<OaiPage> ListAsync(OaiQuery query, Action<string>? tell, CancellationToken cancel) => _oai.ListRecords(query, tell, cancel);

    /// <summary>What the query API knows of papers, at most a batch of it. Every outcome but cancellation is a value.</summary>
    public Task<ApiPage> DetailsAsync(IReadOnlyCollection<ArxivId> papers, CancellationToken cancel) => _api.Fetch(papers, null, cancel);

    /// <summary>All records of one category that changed on a UTC day; a list that breaks off is refused whole.</summary>
    public async Task<OaiReading> RecordsAsync(DateOnly day, string category, Action<string>? tell, CancellationToken cancel)
    {
        var reading = new OaiReading([], [], null, 0);
        await foreach (var page in _oai.RecordsOf(day, ArxivCategory.OaiSet(category), tell, cancel))
        {
            reading = new OaiReading(
                [.. reading.Records, .. page.Records], [.. reading.Rejected, .. page.Rejected], page.Refusal, reading.Attempts + page.Attempts);
        }
        return reading;
    }
}
