using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class VotersTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private VoteOptions Limits => site.Services.GetRequiredService<IOptions<VoteOptions>>().Value;

    [Fact]
    public async Task A_visitors_vote_is_one_vote_and_weighs_less_than_an_accounts()
    {
        await AddAsync("2605.11001");
        using var account = await SignedIn.AsAsync(site, "weighs@example.org");
        await VoteAsync(account, "2605.11001");
        Assert.Equal(new VoteStanding(2, true), await VoteAsync(site.NewClient(cookies: true), "2605.11001"));
        Assert.Equal(1.3, await site.Database.ScalarAsync<double>("SELECT sum(weight) FROM votes WHERE arxiv_id = '2605.11001'"), 6);
    }

    [Fact]
    public async Task Who_signs_in_takes_the_votes_of_the_browser_along_each_once()
    {
        await AddAsync("2605.11002", "2605.11003", "2605.11004");
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.11002", "2605.11003");
        using var elsewhere = await SignedIn.AsAsync(site, "along@example.org");
        await VoteAsync(elsewhere, "2605.11002");
        using var browser = site.NewClient(cookies: true);
        await VoteAsync(browser, "2605.11002");
        await VoteAsync(browser, "2605.11003");
        await site.Database.ExecuteAsync("UPDATE listing_days SET ranked_at = changed_at");

        await SignedIn.AgainAsync(site, browser, "along@example.org", AccountRole.Reader);

        Assert.Equal((1, 1d), await CountAsync("2605.11002"));
        Assert.Equal((1, 1d), await CountAsync("2605.11003"));
        // The weights changed, and with them the order.
        Assert.True(await site.Database.ScalarAsync<bool>("SELECT changed_at > ranked_at FROM listing_days WHERE date = '2026-05-12'"));
        Assert.Equal(new VoteStanding(0, false), await VoteAsync(browser, "2605.11003", 0));

        // What is done after signing out is another visitor's.
        await browser.PostAsync("/signout", null, Cancel);
        Assert.Equal(new VoteStanding(2, true), await VoteAsync(browser, "2605.11002"));
    }

    [Fact]
    public async Task Two_browsers_that_sign_in_at_once_while_others_vote_lose_and_double_nothing()
    {
        var papers = Enumerable.Range(11100, 20).Select(n => $"2605.{n}").ToArray();
        await AddAsync(papers);
        await SomeListing.StoreAsync(site.Database, new DateOnly(2026, 5, 11), papers);
        await SomeRankedDay.RankAsync(site.Database, new DateOnly(2026, 5, 11), papers);
        using var account = await SignedIn.AsAsync(site, "both@example.org");
        await VoteAsync(account, papers[0]);
        var ballot = site.Services.GetRequiredService<Ballot>();
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var paper in papers)
        {
            await ballot.CastAsync(paper, Voter.Visitor(one, Free), site.Clock.Now, Cancel);
            await ballot.CastAsync(paper, Voter.Visitor(other, Free), site.Clock.Now, Cancel);
        }
        var id = await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE email = 'both@example.org'");
        var records = site.Services.GetRequiredService<PersonalRecords>();

        await Task.WhenAll([
            records.TakeOverAsync(new TakeOver(one, id, site.Clock.Now), Cancel), records.TakeOverAsync(new TakeOver(other, id, site.Clock.Now), Cancel),
            .. papers.Reverse().Select(p => ballot.CastAsync(p, Voter.Visitor(Guid.NewGuid(), Free), site.Clock.Now, Cancel)),
            .. papers.Select(p => ballot.CastAsync(p, Voter.Account(id), site.Clock.Now, Cancel)),
        ]);

        foreach (var paper in papers) Assert.Equal((2, 1.3), await CountAsync(paper));
    }

    [Fact]
    public async Task A_visitor_has_so_many_votes_a_day_and_an_account_any_number()
    {
        await AddAsync("2605.11011", "2605.11012", "2605.11013");
        var before = Limits.PerVisitor;
        Limits.PerVisitor = 2;
        try
        {
            using var browser = site.NewClient(cookies: true);
            await VoteAsync(browser, "2605.11011");
            await VoteAsync(browser, "2605.11012");
            using var refused = await PostAsync(browser, "2605.11013", "text/html");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Contains("/signin?return=%2Fpapers%2F2605.11013", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            // What counts already counts, also when it is sent again.
            Assert.Equal(new VoteStanding(1, true), await VoteAsync(browser, "2605.11012"));

            await SignedIn.AgainAsync(site, browser, "more@example.org", AccountRole.Reader);
            Assert.Equal(new VoteStanding(1, true), await VoteAsync(browser, "2605.11013"));
            Assert.Equal((1, 1d), await CountAsync("2605.11011"));
        }
        finally
        {
            Limits.PerVisitor = before;
        }
    }

    [Fact]
    public async Task Visitors_of_one_network_share_the_days_votes_and_throwing_cookies_away_does_not_help()
    {
        await AddAsync("2605.11021");
        var ballot = site.Services.GetRequiredService<Ballot>();
        var limit = new VoteLimit([1, 2, 3], 10, 3);
        var votes = new List<bool>();
        for (var visitor = 0; visitor < 5; visitor++)
            votes.Add((await ballot.CastAsync("2605.11021", Voter.Visitor(Guid.NewGuid(), limit), site.Clock.Now, Cancel))!.Voted);
        Assert.Equal([true, true, true, false, false], votes);
        Assert.Equal(3, (await CountAsync("2605.11021")).Votes);
        Assert.True((await ballot.CastAsync("2605.11021", Voter.Visitor(Guid.NewGuid(), limit), site.Clock.Now.AddDays(1), Cancel))!.Voted);
    }

    [Fact]
    public async Task What_is_stored_of_a_network_is_not_its_address()
    {
        await AddAsync("2605.11031");
        await VoteAsync(site.NewClient(cookies: true), "2605.11031");
        Assert.Equal(0, await site.Database.ScalarAsync<long>("SELECT count(*) FROM voting_networks WHERE encode(network, 'escape') LIKE '%127.0.0.1%'"));
    }

    private static VoteLimit Free => new([0], 1000, 1000);

    private async Task AddAsync(params string[] arxivIds)
    {
        await using var db = site.Database.Open();
        foreach (var id in arxivIds)
        {
            if (await db.Papers.FindAsync([id], Cancel) is null) db.Papers.Add(Some.Paper(id));
        }
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<(int Votes, double Weight)> CountAsync(string arxivId)
    {
        Assert.Equal(
            await site.Database.ScalarAsync<long>($"SELECT count(*) FROM votes WHERE arxiv_id = '{arxivId}'"),
            await site.Database.ScalarAsync<int>($"SELECT vote_count FROM papers WHERE arxiv_id = '{arxivId}'"));
        return (await site.Database.ScalarAsync<int>($"SELECT vote_count FROM papers WHERE arxiv_id = '{arxivId}'"),
            Math.Round(await site.Database.ScalarAsync<double>($"SELECT coalesce(sum(weight), 0) FROM votes WHERE arxiv_id = '{arxivId}'"), 6));
    }

    private static async Task<VoteStanding?> VoteAsync(HttpClient client, string arxivId, int vote = 1)
    {
        using var answer = await PostAsync(client, arxivId, "application/json", vote);
        return await answer.Content.ReadFromJsonAsync<VoteStanding>(Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string arxivId, string accept, int vote = 1)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/papers/{arxivId}/vote") { Content = new FormUrlEncodedContent([new("vote", $"{vote}")]) };
        request.Headers.Accept.ParseAdd(accept);
        return await client.SendAsync(request, Cancel);
    }
}
