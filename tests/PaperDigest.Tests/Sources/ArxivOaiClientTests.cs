using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivOaiClientTests
{
    private static readonly DateOnly Day = new(2026, 5, 29);

    private readonly RecordedPacing pacing = new(new DateTimeOffset(2026, 5, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_list_is_followed_to_its_end_and_its_tokens_are_sent_escaped_again()
    {
        const string token = "verb%3DListRecords%26skip%3D2";
        await using var server = new ScriptedServer(
            Answer(Records(token, Record("2605.00001"), Record("2605.00002"))),
            Answer("", 503, "Retry-After: 7\r\n"),
            Answer(Records("", Record("2605.00003"))));
        var pages = await Pages(server);
        Assert.Equal(["2605.00001", "2605.00002", "2605.00003"], pages.SelectMany(p => p.Records).Select(r => r.Id.ToString()));
        Assert.Equal([1, 2], pages.Select(p => p.Attempts));
        Assert.Null(pages[^1].ResumptionToken);
        Assert.Equal([TimeSpan.FromSeconds(7)], pacing.Waits);
        Assert.Equal((3, 0), (pacing.Turns, pacing.OpenTurns));
        Assert.StartsWith("GET /oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-29&until=2026-05-29&set=cs%3Acs%3AAI ", server.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /oai?verb=ListRecords&resumptionToken=verb%253DListRecords%2526skip%253D2 ", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_go_on_where_it_stopped()
    {
        await using var server = new ScriptedServer(Answer(Records(null, Record("2605.00003"))));
        var pages = await Pages(server, new OaiQuery(Day, null, null) { ResumptionToken = "t" });
        Assert.Single(Assert.Single(pages).Records);
        Assert.StartsWith("GET /oai?verb=ListRecords&resumptionToken=t ", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_span_names_no_end()
    {
        await using var server = new ScriptedServer(Answer(Oai("<error code=\"noRecordsMatch\"/>")));
        Assert.Null(Assert.Single(await Pages(server, new OaiQuery(Day, null, null))).Refusal);
        Assert.StartsWith("GET /oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-29 ", server.Requests[0], StringComparison.Ordinal);
    }

    public static TheoryData<string[], int> Circles => new()
    {
        { [Records("a", Record("2605.00001")), Records("a", Record("2605.00001")), Records("a", Record("2605.00001"))], 2 },
        { [Records("a", Record("2605.00001")), Records("b", Record("2605.00002")), Records("a", Record("2605.00001"))], 3 },
        { [Records("a", Record("2605.00001")), Oai("<error code=\"noRecordsMatch\"/>")], 2 },
        { [Records("a", Record("2605.00001")), Oai("<error code=\"badResumptionToken\">Gone</error>")], 2 },
    };

    [Theory]
    [MemberData(nameof(Circles), DisableDiscoveryEnumeration = true)]
    public async Task A_list_that_can_not_be_completed_says_so(string[] script, int requests)
    {
        await using var server = new ScriptedServer([.. script.Select(body => Answer(body))]);
        var pages = await Pages(server);
        Assert.Equal(RefusalKind.ListBroken, pages[^1].Refusal!.Kind);
        Assert.Empty(pages[^1].Records);
        Assert.All(pages.SkipLast(1), page => Assert.Null(page.Refusal));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task An_outage_ends_the_list_with_its_reason()
    {
        await using var server = new ScriptedServer([Answer(Records("a", Record("2605.00001"))), .. Enumerable.Repeat(Answer("", 503), 9)]);
        var pages = await Pages(server);
        Assert.Equal([null, RefusalKind.Unavailable], pages.Select(p => p.Refusal?.Kind));
        Assert.Equal(5, pages[^1].Attempts);
    }

    private async Task<List<OaiPage>> Pages(ScriptedServer server, OaiQuery? query = null)
    {
        using var http = ArxivHttp.NewClient();
        var client = new ArxivOaiClient(http, new ArxivSettings { OaiUrl = new Uri(server.Address, "oai") }, pacing.Pacing);
        var cancel = TestContext.Current.CancellationToken;
        var list = query is null ? client.RecordsOf(Day, ArxivCategory.OaiSet("cs.AI"), null, cancel) : client.ListRecords(query, null, cancel);
        var pages = new List<OaiPage>();
        await foreach (var page in list)
            pages.Add(page);
        return pages;
    }
}
