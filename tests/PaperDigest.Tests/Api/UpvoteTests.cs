using System.Net;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class UpvoteTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2605.00001")]
    [InlineData("hep-th/9901001")]
    public async Task Who_is_signed_in_casts_a_vote_and_takes_it_back(string paper)
    {
        await AddAsync(paper);
        using var browser = await SignedIn.AsAsync(site, "votes@example.org");
        for (var time = 0; time < 2; time++)
            Assert.Equal("""{"upvotes":1,"upvoted":true}""", await (await SendAsync(browser, HttpMethod.Post, paper)).Content.ReadAsStringAsync(Cancel));
        Assert.Equal("""{"upvotes":0,"upvoted":false}""", await (await SendAsync(browser, HttpMethod.Delete, paper)).Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(browser, HttpMethod.Post, "2605.99999")).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_votes_over_the_api()
    {
        await AddAsync("2605.00002");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(site.Client, HttpMethod.Post, "2605.00002")).StatusCode);
        using var lured = await SignedIn.AsAsync(site, "lured@example.org");
        lured.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        lured.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(lured, HttpMethod.Post, "2605.00002")).StatusCode);
        Assert.Equal(0, await site.Database.ScalarAsync<long>("SELECT count(*) FROM votes WHERE arxiv_id = '2605.00002'"));
    }

    private async Task AddAsync(string arxivId)
    {
        await using var db = site.Database.Open();
        db.Papers.Add(Some.Paper(arxivId));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string paper)
    {
        using var request = new HttpRequestMessage(method, $"/api/papers/{paper}/upvote");
        return await client.SendAsync(request, Cancel);
    }
}
