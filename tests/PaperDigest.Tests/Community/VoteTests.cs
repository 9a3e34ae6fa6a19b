using System.Net;
using System.Net.Http.Json;
using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class VoteTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_has_one_vote_on_a_paper_and_can_take_it_back()
    {
        await AddAsync("2605.10001");
        using var visitor = site.NewClient(cookies: true);

        Assert.Equal(new VoteStanding(1, true), await VoteAsync(visitor, "2605.10001", 1));
        Assert.Equal(new VoteStanding(1, true), await VoteAsync(visitor, "2605.10001", 1));
        Assert.Equal(new VoteStanding(0, false), await VoteAsync(visitor, "2605.10001", 0));
        Assert.Equal(new VoteStanding(0, false), await VoteAsync(visitor, "2605.10001", 0));
        Assert.Equal(0, await CountAsync("2605.10001"));
    }

    [Theory]
    [InlineData("2605.99999")]
    [InlineData("nonsense")]
    [InlineData("a%2500b")]
    public async Task There_is_no_vote_on_what_is_no_paper(string id)
    {
        using var form = new FormUrlEncodedContent([new("vote", "1")]);
        using var answer = await site.Client.PostAsync($"/papers/{id}/vote", form, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Two_visitors_have_two_votes()
    {
        await AddAsync("2605.10002");
        using var one = site.NewClient(cookies: true);
        using var other = site.NewClient(cookies: true);

        await VoteAsync(one, "2605.10002", 1);

        Assert.Equal(new VoteStanding(2, true), await VoteAsync(other, "2605.10002", 1));
        Assert.Equal(2, await CountAsync("2605.10002"));
    }

    [Fact]
    public async Task Votes_sent_at_the_same_time_with_one_cookie_count_once()
    {
        await AddAsync("2605.10003");
        await AddAsync("2605.10004");
        using var visitor = site.NewClient(cookies: true);
        await VoteAsync(visitor, "2605.10004", 1);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => VoteAsync(visitor, "2605.10003", 1)));

        Assert.Equal(1, await CountAsync("2605.10003"));
        Assert.Equal(1, await site.Database.ScalarAsync<int>("SELECT vote_count FROM papers WHERE arxiv_id = '2605.10003'"));
    }

    [Fact]
    public async Task The_cookie_is_set_by_the_first_act_only_and_kept_from_scripts()
    {
        await AddAsync("2605.10005");
        using var answer = await PostAsync(site.Client, "2605.10005", 1);
        using var undone = await PostAsync(site.Client, "2605.10005", 0);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("pd_visitor=", cookie);
        Assert.Contains("max-age=31536000", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Contains("httponly", cookie);
        Assert.False(undone.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_forged_cookie_is_nobodys()
    {
        await AddAsync("2605.10006");
        var votes = new List<VoteStanding?>();
        foreach (var forged in (string[])["3f2504e04f8911d39a0c0305e82c3301", "CfDJ8AAAA", "%20", "x"])
        {
            using var client = site.NewClient();
            client.DefaultRequestHeaders.Add("Cookie", $"pd_visitor={forged}");
            votes.Add(await VoteAsync(client, "2605.10006", 1));
        }

        Assert.Equal([1, 2, 3, 4], votes.Select(v => v!.Votes));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        await AddAsync("2605.10007");
        using var client = site.NewClient();
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await PostAsync(client, "2605.10007", 1);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await CountAsync("2605.10007"));
    }

    [Theory]
    [InlineData("/papers/date/2026-05-12?page=2", "/papers/date/2026-05-12?page=2")]
    [InlineData("//elsewhere.example/", "/papers/hep-th/9901001")]
    [InlineData(null, "/papers/hep-th/9901001")]
    public async Task The_voter_goes_back_to_where_the_form_was_and_never_elsewhere(string? back, string location)
    {
        await AddAsync("hep-th/9901001");

        using var answer = await PostAsync(site.Client, "hep-th/9901001", 1, back);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_paper_that_is_not_there_has_no_votes()
    {
        using var answer = await PostAsync(site.Client, "2605.99999", 1);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_vote_is_one_or_nothing(int vote)
    {
        await AddAsync("2605.10008");
        using var answer = await PostAsync(site.Client, "2605.10008", vote);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task AddAsync(string arxivId)
    {
        await using var db = site.Database.Open();
        if (await db.Papers.FindAsync([arxivId], Cancel) is not null) return;
        db.Papers.Add(Some.Paper(arxivId));
        await db.SaveChangesAsync(Cancel);
    }

    private async Task<int> CountAsync(string arxivId) =>
        (int)await site.Database.ScalarAsync<long>($"SELECT count(*) FROM votes WHERE arxiv_id = '{arxivId}'");

    private static async Task<VoteStanding?> VoteAsync(HttpClient client, string arxivId, int vote)
    {
        using var request = Form(arxivId, vote, null);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request, Cancel);
        return await answer.Content.ReadFromJsonAsync<VoteStanding>(Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string arxivId, int vote, string? back = null)
    {
        using var request = Form(arxivId, vote, back);
        return await client.SendAsync(request, Cancel);
    }

    private static HttpRequestMessage Form(string arxivId, int vote, string? back)
    {
        var fields = new Dictionary<string, string> { ["vote"] = $"{vote}" };
        if (back is not null) fields["return"] = back;
        return new HttpRequestMessage(HttpMethod.Post, $"/papers/{arxivId}/vote") { Content = new FormUrlEncodedContent(fields) };
    }
}
