using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Sources.HuggingFace;

public sealed class DailyPapersClientTests
{
    private static readonly DateOnly Tuesday = new(2026, 5, 12);
    private static readonly string List = Answer(Of("2605.00001"), Of("2605.00002"));

    private readonly RecordedPacing pacing = new(new DateTimeOffset(2026, 5, 12, 16, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task One_request_asks_for_a_list_and_says_who_asks()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(List));

        var outcome = await FetchAsync(server);

        Assert.Equal(["2605.00001", "2605.00002"], outcome.Papers.Select(p => p.Id.ToString()));
        Assert.Equal((null, 1), (outcome.Refusal, outcome.Attempts));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /api/daily_papers?date=2026-05-12&limit=100&p=0 HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("User-Agent: PaperDigest/0.1 (+https://papers.example.org)\r\n", request, StringComparison.Ordinal);
        Assert.Equal((1, 0), (pacing.Turns, pacing.OpenTurns));
    }

    [Fact]
    public async Task A_full_page_is_followed_by_the_next_until_one_is_short()
    {
        await using var server = new ScriptedServer(Page(1, 100), Page(100, 100), Page(200, 1));

        var outcome = await FetchAsync(server);

        // One paper moved from the first page to the second meanwhile.
        Assert.Equal(200, outcome.Papers.Count);
        Assert.Equal(3, outcome.Attempts);
        Assert.Contains("&p=2 ", server.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_knows_no_pages_is_asked_twice()
    {
        await using var server = new ScriptedServer(Page(1, 100), Page(1, 100), Page(1, 100));

        Assert.Equal(100, (await FetchAsync(server)).Papers.Count);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_without_end_is_refused()
    {
        await using var server = new ScriptedServer([.. Enumerable.Range(0, 12).Select(n => Page((n * 100) + 1, 100))]);

        Assert.Equal(RefusalKind.ListBroken, (await FetchAsync(server)).Refusal!.Kind);
        Assert.Equal(10, server.Requests.Count);
    }

    [Fact]
    public async Task Nobodys_choice_is_an_empty_list()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer("[]"));

        var outcome = await FetchAsync(server);

        Assert.Empty(outcome.Papers);
        Assert.Null(outcome.Refusal);
    }

    [Fact]
    public async Task A_paper_of_another_days_list_is_rejected()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer(Answer(Of("2605.00001"), Of("2605.00002", "2026-05-11"))));

        var outcome = await FetchAsync(server);

        Assert.Single(outcome.Papers);
        Assert.Equal("It was put on the list of 2026-05-11, not of 2026-05-12.", Assert.Single(outcome.Rejected).Reason);
    }

    public static TheoryData<string, byte[]> Passing => new()
    {
        { "503", ScriptedServer.Answer("<html>busy</html>", 503, "Retry-After: 1\r\n") },
        { "429", ScriptedServer.Answer("{\"error\":\"Too many requests\"}", 429) },
        { "rate exceeded with 200", ScriptedServer.Answer("Rate exceeded.") },
        { "html with 200", ScriptedServer.Answer("<!DOCTYPE html><html>Maintenance</html>") },
        { "empty body", ScriptedServer.Answer("") },
        { "dropped", Drop() },
        { "truncated", ScriptedServer.Answer(List[..^30]) },
    };

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task A_passing_failure_is_tried_again(string name, byte[] failure)
    {
        await using var server = new ScriptedServer(failure, ScriptedServer.Answer(List));

        var outcome = await FetchAsync(server);

        Assert.True(outcome.Papers.Count == 2, name);
        Assert.Equal(2, outcome.Attempts);
    }

    [Fact]
    public async Task Who_is_turned_away_waits_for_the_rest_of_the_window()
    {
        await using var server = new ScriptedServer(
            ScriptedServer.Answer("", 429, "RateLimit: \"api\";r=0;t=47\r\nRateLimit-Policy: \"fixed window\";\"api\";q=500;w=300\r\n"), ScriptedServer.Answer(List));

        Assert.Equal(2, (await FetchAsync(server)).Papers.Count);
        Assert.Equal(TimeSpan.FromSeconds(47), Assert.Single(pacing.Waits));
    }

    [Fact]
    public async Task A_later_page_that_fails_refuses_the_whole_list()
    {
        await using var server = new ScriptedServer([Page(1, 100), .. Enumerable.Repeat(ScriptedServer.Answer("", 500), 9)]);

        var outcome = await FetchAsync(server);

        Assert.Equal((RefusalKind.Unavailable, "Hugging Face answered 500 InternalServerError."), (outcome.Refusal!.Kind, outcome.Refusal.Message));
        Assert.Equal(6, outcome.Attempts);
    }

    [Fact]
    public async Task What_Hugging_Face_says_of_a_wrong_request_is_told()
    {
        await using var server = new ScriptedServer(ScriptedServer.Answer("{\"error\":\"Invalid date\"}", 400));

        var outcome = await FetchAsync(server);

        Assert.Equal("Hugging Face refused the request: Invalid date", outcome.Refusal!.Message);
        Assert.Equal(1, outcome.Attempts);
    }

    private static byte[] Page(int from, int count) =>
        ScriptedServer.Answer(Answer([.. Enumerable.Range(from, count).Select(n => Of($"2605.{n:00000}"))]));

    private async Task<DailyPapersOutcome> FetchAsync(ScriptedServer server)
    {
        using var http = ArxivHttp.NewClient();
        var settings = new HuggingFaceSettings(server.Address) { PublicUrl = "https://papers.example.org" };
        return await new DailyPapersClient(http, settings, pacing.Pacing).Fetch(Tuesday, null, TestContext.Current.CancellationToken);
    }
}
