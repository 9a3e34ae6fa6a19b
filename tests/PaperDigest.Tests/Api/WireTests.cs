using System.Globalization;
using System.Net;
using System.Text.Json;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class WireTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await SomeLists.StoreAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_daily_list_pages_through_the_days_order_by_its_links()
    {
        var (path, ids, pages) = ("/api/daily_papers?date=2026-05-12&limit=25", new List<string>(), 0);
        while (path is not null)
        {
            using var answer = await site.Client.GetAsync(path, Cancel);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            ids.AddRange(page.RootElement.EnumerateArray().Select(e => e.GetProperty("paper").GetProperty("id").GetString()!));
            path = Next(answer);
            pages++;
        }
        Assert.Equal(SomeLists.Tuesday, ids);
        Assert.Equal(3, pages);
    }

    [Theory]
    [InlineData("/api/daily_papers?date=2026-05-16")]
    [InlineData("/api/daily_papers?date=2026-05-11&p=1")]
    [InlineData("/api/daily_papers?p=100000&limit=100")]
    [InlineData("/api/daily_papers?submitter=nobody&date=2026-05-12")]
    [InlineData("/api/papers/search")]
    [InlineData("/api/papers/search?q=nowheretobefound")]
    public async Task What_is_not_there_is_an_empty_list(string path) => Assert.Equal("[]", await site.Client.ReadAsync(path));

    [Theory]
    [InlineData("/api/daily_papers", 50)]
    [InlineData("/api/daily_papers?date=2026-05-12T08:00:00Z&limit=3", 3)]
    [InlineData("/api/daily_papers?week=2026-W20&limit=100", 62)]
    [InlineData("/api/daily_papers?month=2026-05&limit=100", 62)]
    [InlineData("/api/daily_papers?sort=trending", 2)]
    [InlineData("/api/daily_papers?sort=publishedAt&limit=7", 7)]
    [InlineData("/api/daily_papers?submitter=somebody", 1)]
    [InlineData("/api/papers/search?q=harbours", 1)]
    [InlineData("/api/papers?limit=9", 9)]
    public async Task Lists_hold_what_was_asked_for(string path, int papers)
    {
        using var page = JsonDocument.Parse(await site.Client.ReadAsync(path));
        Assert.Equal(papers, page.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("/api/daily_papers?date=2026-13-01")]
    [InlineData("/api/daily_papers?date=nonsense")]
    [InlineData("/api/daily_papers?week=2026")]
    [InlineData("/api/daily_papers?month=2026-00")]
    [InlineData("/api/daily_papers?p=-1")]
    [InlineData("/api/daily_papers?limit=101")]
    [InlineData("/api/daily_papers?limit=0")]
    [InlineData("/api/daily_papers?sort=votes")]
    [InlineData("/api/papers/search?q=a&limit=121")]
    [InlineData("/api/papers?cursor=nonsense")]
    public async Task A_wrong_parameter_is_400_in_header_and_body(string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(body.RootElement.GetProperty("error").GetString(), Assert.Single(answer.Headers.GetValues("X-Error-Message")));
    }

    [Fact]
    public async Task What_is_trending_says_why_in_numbers_and_words()
    {
        using var list = JsonDocument.Parse(await site.Client.ReadAsync("/api/daily_papers?sort=trending"));
        var why = list.RootElement[0].GetProperty("trending");
        Assert.Equal((1, 9, false), (why.GetProperty("place").GetInt32(), why.GetProperty("votes").GetInt32(), why.GetProperty("isFresh").GetBoolean()));
        Assert.EndsWith("place 1 of 2", why.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("place 1 of 2", await site.Client.ReadAsync("/papers.atom?period=trending"), StringComparison.Ordinal);

        using var day = JsonDocument.Parse(await site.Client.ReadAsync("/api/daily_papers?date=2026-05-12"));
        Assert.False(day.RootElement[0].TryGetProperty("trending", out _));
    }

    [Fact]
    public async Task A_paper_says_the_same_at_the_top_and_inside()
    {
        using var list = JsonDocument.Parse(await site.Client.ReadAsync("/api/daily_papers?submitter=somebody&date=2026-05-12"));
        var entry = Assert.Single(list.RootElement.EnumerateArray());
        foreach (var paper in (JsonElement[])[entry, entry.GetProperty("paper")])
        {
            Assert.Equal(4, paper.GetProperty("upvotes").GetInt32());
            Assert.Equal("https://github.com/someone/something", paper.GetProperty("githubRepo").GetString());
            Assert.Equal("https://example.org/project", paper.GetProperty("projectPage").GetString());
            Assert.Equal("A machine says it measures.", paper.GetProperty("ai_summary").GetString());
            Assert.Equal("agents", paper.GetProperty("ai_keywords")[0].GetString());
            Assert.Equal("Example", paper.GetProperty("organization").GetProperty("name").GetString());
        }
        foreach (var user in (JsonElement[])[entry.GetProperty("submittedBy"), entry.GetProperty("paper").GetProperty("submittedOnDailyBy")])
        {
            Assert.Equal("Some Body", user.GetProperty("fullname").GetString());
            Assert.Equal("somebody", user.GetProperty("user").GetString());
            Assert.Equal("somebody", user.GetProperty("name").GetString());
        }
        Assert.Equal("2026-05-12T00:00:00.000Z", entry.GetProperty("paper").GetProperty("submittedOnDailyAt").GetString());
    }

    [Theory]
    [InlineData("/api/papers/2605.00007")]
    [InlineData("/api/papers/2605.00007v3")]
    public async Task A_paper_of_its_own_is_flat_with_nothing_linked(string path)
    {
        using var paper = JsonDocument.Parse(await site.Client.ReadAsync(path));
        Assert.Equal("2605.00007", paper.RootElement.GetProperty("id").GetString());
        Assert.Equal(0, paper.RootElement.GetProperty("numTotalModels").GetInt32());
        Assert.Equal("Ada Lovelace", paper.RootElement.GetProperty("authors")[0].GetProperty("name").GetString());
        Assert.Matches("^[0-9a-f]{24}$", paper.RootElement.GetProperty("authors")[0].GetProperty("_id").GetString());
    }

    [Theory]
    [InlineData("/api/papers/2605.99999", "Paper not found")]
    [InlineData("/api/papers/nonsense", "Paper not found")]
    [InlineData("/api/papers/hep-th/9901999", "Paper not found")]
    [InlineData("/api/arxiv/2605.99999/repos", "Paper not found")]
    [InlineData("/api/nothing", "There is nothing at this address.")]
    public async Task What_is_not_found_is_404_with_a_reason(string path, string reason) =>
        Assert.Equal($$"""{"error":"{{reason}}"}""", await site.Client.ReadAsync(path, HttpStatusCode.NotFound));

    [Fact]
    public async Task Repositories_of_a_known_paper_are_three_empty_lists() =>
        Assert.Equal("""{"models":[],"datasets":[],"spaces":[]}""", await site.Client.ReadAsync("/api/arxiv/2605.00007/repos"));

    [Theory]
    [InlineData("/api/papers/2605.00007/upvote")]
    [InlineData("/api/papers/submit")]
    public async Task Writing_needs_what_nobody_has(string path)
    {
        using var answer = await site.Client.PostAsync(path, new StringContent("{}"), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("no access tokens", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task All_papers_page_by_a_cursor_without_a_gap()
    {
        var (path, ids) = ("/api/papers?limit=40", new List<string>());
        while (path is not null)
        {
            using var answer = await site.Client.GetAsync(path, Cancel);
            using var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            ids.AddRange(page.RootElement.EnumerateArray().Select(e => e.GetProperty("id").GetString()!));
            path = Next(answer);
        }
        Assert.Equal([.. SomeLists.Tuesday, "2605.05002", "2605.05001"], ids);
    }

    [Fact]
    public async Task What_is_left_of_the_quota_is_told_also_from_the_cache_and_beyond_it_is_429()
    {
        site.Clock.Now = site.Clock.Now.AddMinutes(10);
        Assert.Equal(999, await LeftAsync());
        Assert.Equal(998, await LeftAsync());
        for (var left = 997; left >= 0; left--)
        {
            using var answer = await site.Client.GetAsync("/api/nothing", Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var refused = await site.Client.GetAsync("/api/papers/2605.00007", Cancel);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        site.Clock.Now = site.Clock.Now.AddMinutes(5);
        Assert.Equal(999, await LeftAsync());
    }

    private async Task<int> LeftAsync()
    {
        using var answer = await site.Client.GetAsync("/api/papers/2605.00007", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"fixed window\";\"api\";q=1000;w=300", Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
        var told = Assert.Single(answer.Headers.GetValues("RateLimit"));
        return int.Parse(told.Split("r=")[1].Split(';')[0], CultureInfo.InvariantCulture);
    }

    private static string? Next(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) ? new Uri(Assert.Single(links).Split('<')[1].Split('>')[0]).PathAndQuery : null;
}
