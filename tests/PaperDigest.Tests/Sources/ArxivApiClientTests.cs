using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.ApiFixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivApiClientTests
{
    private readonly RecordedPacing pacing = new(new DateTimeOffset(2026, 5, 29, 4, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_hundred_papers_are_asked_for_at_once_and_not_the_ten_that_are_usual()
    {
        await using var server = new ScriptedServer(Answer(ApiFeed(1, ApiEntry("2605.00001v1"))));
        var page = await Fetch(server, [.. Enumerable.Range(1, 100).Select(n => $"2605.{n:00000}")]);
        Assert.Equal((1, 99, 1), (page.Records.Count, page.NotFound.Count, page.Attempts));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /api/query?id_list=2605.00001,2605.00002,", request, StringComparison.Ordinal);
        Assert.Contains(",2605.00100&max_results=100 HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("User-Agent: PaperDigest/0.1 (mailto:admin@example.org)\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_make_a_long_address_is_sent_as_a_form()
    {
        await using var server = new ScriptedServer(Answer(ApiFeed(0)));
        await Fetch(server, [.. Enumerable.Range(1, 100).Select(n => $"cond-mat/9901{n:000}")]);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /api/query HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/x-www-form-urlencoded", request, StringComparison.Ordinal);
        Assert.Contains("id_list=cond-mat/9901001,", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_page_that_promises_papers_is_asked_for_again()
    {
        await using var server = new ScriptedServer(Answer(ApiFeed(1)), Answer(ApiFeed(1, ApiEntry("2605.00001v1"))));
        Assert.Single((await Fetch(server, "2605.00001")).Records);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_request_is_told_in_arXivs_words_and_not_repeated()
    {
        await using var server = new ScriptedServer(Answer(ApiFeed(1, ApiError("max_results must be an integer")), 400));
        var refusal = (await Fetch(server, "2605.00001")).Refusal!;
        Assert.Equal(RefusalKind.RequestRefused, refusal.Kind);
        Assert.Contains("max_results must be an integer", refusal.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private async Task<ApiPage> Fetch(ScriptedServer server, params string[] ids)
    {
        using var http = ArxivHttp.NewClient();
        var settings = new ArxivSettings { ApiUrl = new Uri(server.Address, "api/query"), Contact = "admin@example.org" };
        return await new ArxivApiClient(http, settings, pacing.Pacing).Fetch([.. ids.Select(ArxivId.Parse)], null, TestContext.Current.CancellationToken);
    }
}
