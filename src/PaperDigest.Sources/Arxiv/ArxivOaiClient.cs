using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Lists arXiv's records by the day of their last change, page after page. Give it a client of <see cref="ArxivHttp"/>.</summary>
public sealed class ArxivOaiClient(HttpClient http, ArxivSettings settings, ArxivPacing pacing)
{
    /// <summary>A list of all three million records has some 2500 pages; a longer one goes in circles.</summary>
    private const int LongestList = 10_000;

    private readonly ArxivConversation conversation = new(http, settings, pacing);

    /// <summary>The records whose last change was on a UTC day, in one set (<see cref="ArxivCategory.OaiSet"/>) or all.</summary>
    public IAsyncEnumerable<OaiPage> RecordsOf(DateOnly day, string? set, Action<string>? tell, CancellationToken cancel) =>
        ListRecords(new OaiQuery(day, day, set), tell, cancel);

    /// <summary>
    /// The pages of a list. The list is complete when the last page has neither token nor refusal. Records may come twice when arXiv's
    /// list moves between two pages. <paramref name="tell"/> hears of each attempt as it ends.
    /// </summary>
    public async IAsyncEnumerable<OaiPage> ListRecords(OaiQuery query, Action<string>? tell, [EnumeratorCancellation] CancellationToken cancel)
    {
        var token = query.ResumptionToken;
        var seen = new HashSet<string>();
        for (var number = 1; ; number++)
        {
            var page = await Fetch(AddressOf(query, token), tell, cancel);
            yield return Judged(page, token, seen, number);
            if (page.Refusal is not null || page.ResumptionToken is null || !seen.Add(page.ResumptionToken) || number == LongestList)
                yield break;
            token = page.ResumptionToken;
        }
    }

    /// <summary>Turns a page that leads nowhere into a refusal; a loop would never end, and a list that ends in nothing has a hole.</summary>
    private static OaiPage Judged(OaiPage page, string? askedBy, HashSet<string> seen, int number)
    {
        if (page.Refusal is not null)
            return page;
        if (askedBy is not null && page is { Records.Count: 0, Rejected.Count: 0, ResumptionToken: null })
            return Broken(page, "The list's token led to no records, so its end is missing.");
        if (page.ResumptionToken is { } token && (token == askedBy || seen.Contains(token)))
            return Broken(page, "arXiv gave the same token again, so the list would go in circles.");
        return page.ResumptionToken is not null && number == LongestList ? Broken(page, $"The list did not end within {LongestList} pages.") : page;
    }

    private static OaiPage Broken(OaiPage page, string message) =>
        page with { Records = [], Rejected = [], ResumptionToken = null, Refusal = new Refusal(RefusalKind.ListBroken, message) };

    private async Task<OaiPage> Fetch(Uri address, Action<string>? tell, CancellationToken cancel)
    {
        var answer = await conversation.Ask(new ArxivRequest<OaiPage>(address, settings.OaiTimeout, Read, tell), cancel);
        return (answer.Value ?? new OaiPage { Refusal = answer.Refusal }) with { Attempts = answer.Attempts, Bytes = answer.Bytes, Story = answer.Story };

        static (OaiPage?, Refusal?) Read(byte[] body)
        {
            var page = OaiPageParser.Parse(body);
            return page.Refusal is null ? (page, null) : (null, page.Refusal);
        }
    }

    private Uri AddressOf(OaiQuery query, string? token)
    {
        var address = settings.OaiUrl.AbsoluteUri.TrimEnd('/', '?');
        // The token is itself full of escapes; sent as it came, the server would read another one.
        if (token is not null)
            return new Uri($"{address}?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token)}");
        var span = string.Create(CultureInfo.InvariantCulture, $"&from={query.From:yyyy-MM-dd}");
        if (query.Until is { } until)
            span += string.Create(CultureInfo.InvariantCulture, $"&until={until:yyyy-MM-dd}");
        var set = query.Set is { Length: > 0 } name ? $"&set={Uri.EscapeDataString(name)}" : "";
        return new Uri($"{address}?verb=ListRecords&metadataPrefix={(query.Format == OaiFormat.Raw ? "arXivRaw" : "arXiv")}{span}{set}");
    }
}
