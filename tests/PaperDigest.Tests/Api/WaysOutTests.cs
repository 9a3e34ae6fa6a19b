using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class WaysOutTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await SomeLists.StoreAsync(site);
        await using var db = site.Database.Open();
        if (await db.Papers.FindAsync(["hep-th/9901001"], Cancel) is not null) return;
        db.Papers.Add(Some.Paper("hep-th/9901001", new DateOnly(1999, 1, 4), "hep-th"));
        await db.SaveChangesAsync(Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/papers/2605.00009.bib", "application/x-bibtex", "eprint = {2605.00009}", "2605.00009.bib")]
    [InlineData("/papers/2605.00009v2.ris", "application/x-research-info-systems", "AN  - arXiv:2605.00009", "2605.00009.ris")]
    [InlineData("/papers/2605.00009.csl.json", "application/vnd.citationstyles.csl+json", "arXiv:2605.00009", "2605.00009.csl.json")]
    [InlineData("/papers/2605.00009.csv", "text/csv", "2605.00009,Harbours", "2605.00009.csv")]
    [InlineData("/papers/2605.00009.md", "text/markdown", "URL Source: https://arxiv.org/abs/2605.00009", null)]
    [InlineData("/papers/hep-th/9901001.bib", "application/x-bibtex", "eprint = {hep-th/9901001}", "hep-th-9901001.bib")]
    [InlineData("/papers/hep-th/9901001.md", "text/markdown", "Title: On the matter of hep-th/9901001", null)]
    [InlineData("/papers.bib?author=Grace+Hopper", "application/x-bibtex", "title = {{Harbours of <memory> \\& $O(n^2)$}}", "papers.bib")]
    [InlineData("/papers.ris?date=2026-05-12&limit=1000", "application/x-research-info-systems", "AN  - arXiv:2605.00001", "papers.ris")]
    [InlineData("/papers.csv?month=2026-05", "text/csv", "2605.05002", "papers.csv")]
    [InlineData("/papers.csl.json", "application/vnd.citationstyles.csl+json", "2605.00060", "papers.csl.json")]
    [InlineData("/papers.md?date=2026-05-11", "text/markdown", "## 1. [On the matter of 2605.05001](http://", null)]
    [InlineData("/llms.txt", "text/plain", "/papers.md", null)]
    [InlineData("/robots.txt", "text/plain", "Sitemap: http", null)]
    public async Task Each_is_there_in_its_type(string path, string type, string part, string? file)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(part, await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(file, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Theory]
    [InlineData("/papers/2605.99999.bib")]
    [InlineData("/papers/nonsense.md")]
    [InlineData("/papers/x/y.ris")]
    [InlineData("/sitemap/2026-13.xml")]
    public async Task What_is_not_there_is_not_found(string path) => await site.Client.ReadAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_papers_own_page_is_still_at_its_id() =>
        Assert.Single(Html.FirstHeadings(await site.Client.ReadAsync("/papers/2605.00009")));

    [Fact]
    public async Task The_sitemap_leads_to_every_month_and_that_to_every_paper()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var months = XDocument.Parse(await site.Client.ReadAsync("/sitemap.xml")).Descendants(map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        Assert.Equal(["/sitemap/2026-05.xml", "/sitemap/1999-01.xml"], months);
        var urls = XDocument.Parse(await site.Client.ReadAsync(months[0])).Descendants(map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        Assert.Equal(["/papers/date/2026-05-12", "/papers/date/2026-05-11"], urls[..2]);
        Assert.Equal(62, urls.Count(u => u.StartsWith("/papers/2605.", StringComparison.Ordinal)));
        Assert.Empty(XDocument.Parse(await site.Client.ReadAsync("/sitemap/2020-01.xml")).Descendants(map + "loc"));
    }

    [Fact]
    public async Task A_browser_finds_the_search() => Assert.Contains("/papers?q={searchTerms}", await site.Client.ReadAsync("/opensearch.xml"));

    [Theory]
    [InlineData("/", "")]
    [InlineData("/papers?category=cs.CL", "?category=cs.CL&period=day")]
    [InlineData("/papers/date/2026-05-12?category=cs.CL", "?category=cs.CL&date=2026-05-12")]
    [InlineData("/categories/cs.CL", "?category=cs.CL")]
    [InlineData("/authors/Grace%20Hopper", "?author=Grace%20Hopper")]
    [InlineData("/papers?q=harbours", "?q=harbours")]
    public async Task Each_page_leads_to_the_feed_of_what_it_shows(string page, string query)
    {
        // Blazor writes a plus sign in an attribute as an entity.
        var html = WebUtility.HtmlDecode(await site.Client.ReadAsync(page));
        Assert.Contains("<link rel=\"alternate\" type=\"application/atom+xml\"", html);
        Assert.Contains($"href=\"/papers.atom{query}\"", html);
        Assert.Contains($"href=\"/papers.bib{query}\"", html);
        Assert.Contains("<link rel=\"search\"", html);
        var feed = await site.Client.ReadAsync("/papers.atom" + query);
        Assert.Equal(Html.Papers(html).Select(id => "https://arxiv.org/abs/" + id), FeedRules.AtomIds(feed, ""));
    }

    [Fact]
    public async Task A_papers_page_tells_reference_managers_what_to_keep()
    {
        var page = WebUtility.HtmlDecode(await site.Client.ReadAsync("/papers/2605.00009"));
        Assert.Contains("<meta name=\"citation_title\" content=\"Harbours of <memory> & $O(n^2)$\"", page);
        Assert.Contains("<meta name=\"citation_author\" content=\"Hopper, Grace\"", page);
        Assert.Contains("<meta name=\"citation_publication_date\" content=\"2026/05/12\"", page);
        Assert.Contains("<meta name=\"DC.creator\" content=\"Grace Hopper\"", page);
        Assert.Contains("\"@type\":\"ScholarlyArticle\"", page);
        Assert.Equal("/papers/2605.00009.bib", Html.Link(page, "BibTeX"));
    }

    [Fact]
    public async Task The_openapi_document_names_each_address_for_programs_and_its_examples_answer()
    {
        using var document = JsonDocument.Parse(await site.Client.ReadAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToLookup(p => p.Value.TryGetProperty("get", out _));
        var described = paths[true].Select(p => p.Name).ToHashSet();
        var mapped = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.OutputCaching.OutputCacheAttribute>()?.PolicyName == "shared")
            .Select(e => e.RoutePattern.RawText!).Where(p => p.StartsWith("/papers", StringComparison.Ordinal) || p.StartsWith("/api", StringComparison.Ordinal))
            .Where(p => !p.Contains("{archive}", StringComparison.Ordinal)).ToHashSet();
        Assert.Equal(mapped.Order(), described.Order());

        foreach (var path in paths[true])
        {
            if (path.Value.GetProperty("get").TryGetProperty("x-example", out var example)) await site.Client.ReadAsync(example.GetString()!);
        }
        var page = await site.Client.ReadAsync("/api");
        Assert.All(described, path => Assert.Contains($"GET {path}", WebUtility.HtmlDecode(page)));
        Assert.All(paths[false], path => Assert.Contains($"POST {path.Name}", WebUtility.HtmlDecode(page)));
    }
}
