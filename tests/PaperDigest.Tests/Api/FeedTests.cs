using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class FeedTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Arxiv = "https://arxiv.org/abs/";

    public static TheoryData<string, string> PagesAndLists => new()
    {
        { "/papers", "" },
        { "/papers/date/2026-05-12", "?date=2026-05-12" },
        { "/papers/date/2026-05-11", "?period=day&date=2026-05-11" },
        { "/papers/date/2026-05-12?category=cs.CL", "?category=cs.CL&date=2026-05-12" },
        { "/papers/week/2026-W20", "?period=week&date=2026-05-11" },
        { "/papers/month", "?period=month" },
        { "/papers/trending", "?period=trending" },
        { "/categories/cs.CL", "?category=cs.CL" },
        { "/authors/Ada%20Lovelace", "?author=Ada%20Lovelace" },
        { "/papers?q=harbours", "?q=harbours" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await SomeLists.StoreAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(PagesAndLists))]
    public async Task Each_feed_holds_the_papers_of_the_page_in_its_order_and_is_valid(string page, string query)
    {
        var shown = Html.Papers(await site.Client.ReadAsync(page)).Select(id => Arxiv + id).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(shown, FeedRules.AtomIds(await site.Client.ReadAsync("/papers.atom" + query), "/papers.atom" + query));
        Assert.Equal(shown, FeedRules.RssIds(await site.Client.ReadAsync("/papers.rss" + query), "/papers.rss" + query));
        Assert.Equal(shown, FeedRules.JsonIds(await site.Client.ReadAsync("/papers.json" + query), "/papers.json" + query));
    }

    [Theory]
    [InlineData("?min_upvotes=1", "2605.00007")]
    [InlineData("?period=week", "2605.05002", "2605.00007")]
    [InlineData("?period=week&date=2026-05-15", "2605.05002", "2605.00007")]
    [InlineData("?month=2026-05", "2605.05002", "2605.00007")]
    [InlineData("?period=trending", "2605.05002", "2605.00007")]
    [InlineData("?category=cs.CL&min_upvotes=2", "2605.00007", "2605.05002")]
    [InlineData("?category=cs.CL,cs.CV&has_code=true", "2605.00007")]
    [InlineData("?category=cs.CL&sort=votes", "2605.05002", "2605.00007")]
    [InlineData("?period=trending&window=today", "2605.00007")]
    [InlineData("?month=2026-05&with=harbours", "2605.00009")]
    [InlineData("?author=Ada+Lovelace&min_upvotes=5", "2605.05002")]
    [InlineData("?author=Grace%20Hopper&date=2026-05-12", "2605.00009")]
    [InlineData("?author=Grace%20Hopper&date=2026-05-11")]
    [InlineData("?q=harbours&min_upvotes=1")]
    [InlineData("?q=grace&category=cs.CL&week=2026-W20", "2605.00009")]
    [InlineData("?q=nowheretobefound")]
    [InlineData("?author=Nobody")]
    [InlineData("?category=hep-th")]
    [InlineData("?date=2026-05-16")]
    [InlineData("?date=2010-01-04")]
    [InlineData("?submitter=somebody", "2605.00007")]
    public async Task Parameters_choose_and_what_is_empty_is_an_empty_feed(string query, params string[] first)
    {
        var ids = FeedRules.AtomIds(await site.Client.ReadAsync("/papers.atom" + query), "");
        Assert.Equal(first.Select(id => Arxiv + id), ids.Take(Math.Max(1, first.Length)).ToList());
    }

    [Theory]
    [InlineData("?date=2026-02-30", "date is a date")]
    [InlineData("?date=yesterday", "date is a date")]
    [InlineData("?date=0001-01-01", "date is a date")]
    [InlineData("?week=2026-W54", "week is an ISO week")]
    [InlineData("?month=2026-13", "month is a month")]
    [InlineData("?period=year", "period is one of day, week, month, trending")]
    [InlineData("?period=1", "period is one of")]
    [InlineData("?min_upvotes=-1", "min_upvotes is a whole number")]
    [InlineData("?min_upvotes=99999999999999999999", "min_upvotes is a whole number")]
    [InlineData("?limit=0", "limit is a whole number from 1 to 100")]
    [InlineData("?limit=101", "limit is a whole number from 1 to 100")]
    [InlineData("?category=nonsense", "category is not an arXiv category")]
    [InlineData("?category=%00", "control characters")]
    [InlineData("?author=a%00b", "control characters")]
    [InlineData("?date=2026-05-12&date=2026-05-13", "more than once")]
    [InlineData("?not_category=nonsense", "not_category is not an arXiv category")]
    [InlineData("?with=%22%22", "with has no letter or digit")]
    [InlineData("?has_code=maybe", "has_code is true or false")]
    [InlineData("?window=8", "window is today, 7 or 30")]
    [InlineData("?sort=best", "sort is one of trending, votes, newest, comments")]
    [InlineData("?q=a&sort=trending", "ranked lists only")]
    [InlineData("?unseen=true", "unseen is for pages")]
    [InlineData("?q=a&author=b", "cannot be combined")]
    [InlineData("?submitter=a&q=b", "submitter can only be combined")]
    public async Task A_wrong_parameter_is_refused_with_a_sentence(string query, string sentence)
    {
        foreach (var form in (string[])["atom", "rss", "json"])
            Assert.Contains(sentence, await site.Client.ReadAsync($"/papers.{form}{query}", HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("/papers.atom?date=2026-05-11", "application/atom+xml")]
    [InlineData("/papers.rss?date=2026-05-11&category=cs.CL", "application/rss+xml")]
    [InlineData("/papers.json?category=cs.CL", "application/feed+json")]
    public async Task Whoever_has_the_feed_is_told_so_from_the_cache_or_not(string path, string type)
    {
        using var first = await site.Client.GetAsync(path, Cancel);
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        var tag = first.Headers.ETag!;
        foreach (var address in (string[])[path, path + "&limit=50"])
        {
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, h => h.IfNoneMatch.Add(tag)));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, h => h.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"", true))));
            Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(address, h => h.IfModifiedSince = first.Content.Headers.LastModified));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(address, h => h.IfModifiedSince = first.Content.Headers.LastModified!.Value.AddSeconds(-1)));
        }
    }

    [Fact]
    public async Task What_is_known_of_a_listing_that_is_not_whole_has_no_last_change()
    {
        using var answer = await site.Client.GetAsync("/papers.atom?date=2026-05-12", Cancel);
        Assert.Null(answer.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("/papers.atom?date=2026-05-12&limit=50", h => h.IfNoneMatch.Add(answer.Headers.ETag!)));
    }

    [Fact]
    public async Task Head_says_what_get_would_and_a_cookie_changes_nothing()
    {
        using var get = await site.Client.GetAsync("/papers.atom?date=2026-05-11", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/papers.atom?date=2026-05-11") { Headers = { { "Cookie", "pd_visitor=x" } } };
        using var head = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal("", await head.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("*", Assert.Single(get.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task Hostile_text_stays_text_in_every_form()
    {
        var atom = XDocument.Parse(await site.Client.ReadAsync("/papers.atom?q=harbours%EF%BF%BF%3Cb%3E")).Root!;
        Assert.Contains("Search for “harbours\uFFFD<b>”", atom.Element(FeedRules.Atom + "title")!.Value);
        atom = XDocument.Parse(await site.Client.ReadAsync("/papers.atom?q=harbours")).Root!;
        Assert.Equal("Harbours of <memory> & O(n²)", atom.Element(FeedRules.Atom + "entry")!.Element(FeedRules.Atom + "title")!.Value);
        Assert.Contains("\"Harbours of <memory> & O(n²)\"", await site.Client.ReadAsync("/papers.json?q=harbours"));
    }

    [Fact]
    public async Task A_feed_says_how_the_listing_stands()
    {
        Assert.Contains("announced on Monday at 20:00 Eastern Time; not in yet", await site.Client.ReadAsync("/papers.rss?date=2026-05-12"));
        Assert.Contains("no listings on Saturdays and Sundays", await site.Client.ReadAsync("/papers.rss?date=2026-05-16"));
    }

    [Fact]
    public async Task The_instants_are_those_of_the_announcement()
    {
        var entry = XDocument.Parse(await site.Client.ReadAsync("/papers.atom?date=2026-05-12")).Root!.Element(FeedRules.Atom + "entry")!;
        Assert.Equal("2026-05-12T00:00:00Z", entry.Element(FeedRules.Atom + "published")!.Value);
        Assert.Equal("2026-05-12T00:00:00Z", entry.Element(FeedRules.Atom + "updated")!.Value);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, Action<HttpRequestHeaders> set)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        set(request.Headers);
        using var answer = await site.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
