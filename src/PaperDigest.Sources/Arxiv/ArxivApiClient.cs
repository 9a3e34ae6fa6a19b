using System.Globalization;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Asks the query API for papers by their identifiers. Give it a client of <see cref="ArxivHttp"/>.</summary>
public sealed class ArxivApiClient(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    /// <summary>As many as are usually asked for at once.</summary>
    public const int MostPapers = 100;

    /// <summary>Enough for a hundred new identifiers; old ones are half as long again, and some servers in between stop at 2,000.</summary>
    private const int LongestAddress = 1500;

    private readonly ArxivConversation conversation = new(http, settings, pacing);

    /// <summary>
    /// What the API knows of papers, at most <see cref="MostPapers"/>, in one request and its repetitions. Every outcome but cancellation
    /// is a value; <paramref name="tell"/> hears of each attempt as it ends, in words.
    /// </summary>
    public async Task<ApiPage> Fetch(IReadOnlyCollection<ArxivId> papers, Action<string>? tell, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(papers.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(papers.Count, MostPapers);
        // Without a number the API gives ten.
        var query = string.Create(CultureInfo.InvariantCulture, $"id_list={string.Join(',', papers)}&max_results={papers.Count}");
        var address = new Uri($"{settings.ApiUrl.AbsoluteUri.TrimEnd('?')}?{query}");
        var request = address.AbsoluteUri.Length <= LongestAddress
            ? new ArxivRequest<ApiPage>(address, settings.ApiTimeout, Read, tell)
            : new ArxivRequest<ApiPage>(settings.ApiUrl, settings.ApiTimeout, Read, tell) { Form = query };
        var answer = await conversation.Ask(request, cancel);
        return (answer.Value ?? new ApiPage { Refusal = answer.Refusal }) with { Attempts = answer.Attempts, Bytes = answer.Bytes, Story = answer.Story };

        (ApiPage?, Refusal?) Read(byte[] body)
        {
            var page = ArxivApiParser.Parse(body, papers);
            return page.Refusal is null ? (page, null) : (null, page.Refusal);
        }
    }
}
