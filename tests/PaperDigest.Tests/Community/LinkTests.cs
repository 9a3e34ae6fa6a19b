using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class LinkTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_curator_sets_the_links_of_a_paper_and_they_come_before_those_of_other_sites()
    {
        await AddAsync("2605.20200");
        await site.Database.ExecuteAsync(
            """
            INSERT INTO outside_papers (arxiv_id, votes, comments, code_url, code_stars, project_url, keywords, media_urls, observed_at)
            VALUES ('2605.20200', 0, 0, 'https://example.org/theirs', 12, 'https://example.org/project', '{}', '{}', now())
            """);
        var curator = await SignedIn.AsAsync(site, AccountRole.Curator);

        using var answer = await SetAsync(curator, "2605.20200", "https://example.org/ours", "", "https://example.org/data");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = await curator.ReadAsync("/papers/2605.20200");
        Assert.Equal("https://example.org/ours", Html.Link(page, "Code"));
        Assert.Equal("https://example.org/project", Html.Link(page, "Project"));
        Assert.Equal("https://example.org/data", Html.Link(page, "Data"));
        Assert.Contains("Edit the links", page);
        var list = await site.Client.ReadAsync("/authors/Ada%20Lovelace");
        Assert.Contains("https://example.org/ours", list);
        Assert.DoesNotContain("12 stars", list);
    }

    [Fact]
    public async Task A_paper_has_code_for_filters_as_long_as_a_link_to_it_is_set()
    {
        await AddAsync("2605.20205");
        var curator = await SignedIn.AsAsync(site, AccountRole.Curator);
        // A limit of its own each time: a feed that did not show the paper is kept for half a minute.
        foreach (var (code, hasCode, limit) in ((string, bool, int)[])[("", false, 10), ("https://example.org/code", true, 11), ("", false, 12)])
        {
            site.Clock.Now = site.Clock.Now.AddMinutes(1);
            using var answer = await SetAsync(curator, "2605.20205", code, "", "");
            var feed = await site.Client.ReadAsync($"/papers.atom?author=Ada%20Lovelace&has_code=true&limit={limit}");
            Assert.Equal(hasCode, feed.Contains("2605.20205", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_they_were_before_is_kept_and_what_says_nothing_new_is_not_written()
    {
        await AddAsync("2605.20201");
        var curator = await SignedIn.AsAsync(site, AccountRole.Curator);
        foreach (var code in (string[])["", "https://example.org/a", "https://example.org/a", "https://example.org/b", ""])
        {
            site.Clock.Now = site.Clock.Now.AddMinutes(1);
            using var answer = await SetAsync(curator, "2605.20201", code, "", "");
        }

        Assert.Equal(
            "https://example.org/a, https://example.org/b, -",
            await site.Database.ScalarAsync<string>("SELECT string_agg(coalesce(code_url, '-'), ', ' ORDER BY set_at) FROM paper_links WHERE arxiv_id = '2605.20201' AND account_id IS NOT NULL"));
        Assert.DoesNotContain(">Code</a>", await curator.ReadAsync("/papers/2605.20201"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.org/")]
    [InlineData("//example.org")]
    [InlineData("https://")]
    [InlineData("https://github.com@example.org/")]
    [InlineData("github.com/name")]
    public async Task Only_an_address_of_the_web_is_taken(string address)
    {
        await AddAsync("2605.20202");
        var curator = await SignedIn.AsAsync(site, AccountRole.Curator);

        using var answer = await SetAsync(curator, "2605.20202", address, "", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM paper_links WHERE arxiv_id = '2605.20202'"));
    }

    [Fact]
    public async Task Nobody_else_sets_them_or_is_shown_the_form()
    {
        await AddAsync("2605.20203");
        foreach (var browser in (HttpClient[])[site.Client, await SignedIn.AsAsync(site, AccountRole.Reader)])
        {
            using var answer = await SetAsync(browser, "2605.20203", "https://example.org/", "", "");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("Edit the links", await browser.ReadAsync("/papers/2605.20203"));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await SetAsync(await SignedIn.AsAsync(site, AccountRole.Curator), "2605.99999", "https://example.org/", "", "")).StatusCode);
    }

    [Theory]
    [InlineData("accepted", HttpStatusCode.SeeOther)]
    [InlineData("waiting", HttpStatusCode.Forbidden)]
    public async Task An_author_sets_them_once_a_curator_confirmed_the_claim_and_so_does_a_submitter(string state, HttpStatusCode status)
    {
        await AddAsync("2605.20204");
        await AddAsync("2605.20205");
        var reader = await SignedIn.AsAsync(site, $"{state}@example.org");
        await site.Database.ExecuteAsync(
            $"""
            DELETE FROM submissions; DELETE FROM author_claims;
            INSERT INTO author_claims (arxiv_id, account_id, author, claimed_at, state) SELECT '2605.20204', id, 'Ada Lovelace', now(), '{state}' FROM accounts WHERE email = '{state}@example.org';
            INSERT INTO submissions (arxiv_id, account_id, submitted_at, state) SELECT '2605.20205', id, now(), '{state}' FROM accounts WHERE email = '{state}@example.org'
            """);

        foreach (var paper in (string[])["2605.20204", "2605.20205"])
        {
            using var answer = await SetAsync(reader, paper, "https://example.org/mine", "", "");
            Assert.Equal((paper, status), (paper, answer.StatusCode));
            Assert.Equal(status == HttpStatusCode.SeeOther, (await reader.ReadAsync($"/papers/{paper}")).Contains("Edit the links", StringComparison.Ordinal));
        }
    }

    private static Task<HttpResponseMessage> SetAsync(HttpClient browser, string paper, string code, string project, string data)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/papers/{paper}/links")
        {
            Content = new FormUrlEncodedContent([new("code", code), new("project", project), new("data", data)]),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task AddAsync(string id) => site.Database.ExecuteAsync(
        $"""
        INSERT INTO papers (arxiv_id, title, abstract, authors, categories, version, first_listed, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments, is_sample)
        VALUES ('{id}', 'On links', 'They lead.', '{"{Ada Lovelace}"}', '{"{cs.CL}"}', 1, '2026-05-12', now(), now(), ' on links ', 0, 0, 0, false) ON CONFLICT DO NOTHING
        """);
}
