using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community.Library;

public sealed class ReadPaperTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paper_is_read_once_its_page_was_opened_and_can_be_marked_unread()
    {
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.30001", "2605.30002");
        using var visitor = site.NewClient(cookies: true);
        (await visitor.PostAsync("/papers/2605.30002/vote", Form(("vote", "1")), Cancel)).Dispose();

        await visitor.ReadAsync("/papers/2605.30001");
        Assert.Equal(1, await MarksAsync());
        Assert.Single(Html.Read(await visitor.ReadAsync("/")), "2605.30001");
        await visitor.ReadAsync("/papers/2605.30001");
        Assert.Equal(1, await MarksAsync());

        using var answer = await visitor.PostAsync("/papers/2605.30001/read", Form(("read", "0"), ("return", "/papers/2605.30001?unread")), Cancel);
        Assert.Contains("Mark as read", await visitor.ReadAsync(answer.Headers.Location!.OriginalString));
        Assert.Equal(0, await MarksAsync());
    }

    [Fact]
    public async Task Nobody_is_marked_by_looking_at_a_page_without_a_cookie_or_by_a_browser_that_fetches_ahead()
    {
        await using (var db = site.Database.Open())
        {
            db.Papers.AddRange(Some.Paper("2605.30003"), Some.Paper("2605.30004"));
            await db.SaveChangesAsync(Cancel);
        }
        using var visitor = site.NewClient(cookies: true);
        (await visitor.PostAsync("/papers/2605.30004/vote", Form(("vote", "1")), Cancel)).Dispose();
        using var ahead = new HttpRequestMessage(HttpMethod.Get, "/papers/2605.30003") { Headers = { { "Sec-Purpose", "prefetch" } } };

        await site.Client.ReadAsync("/papers/2605.30003");
        (await visitor.SendAsync(ahead, Cancel)).Dispose();

        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM read_papers WHERE arxiv_id = '2605.30003'"));
    }

    private async Task<long> MarksAsync() => await site.Database.ScalarAsync<long>("SELECT count(*) FROM read_papers WHERE arxiv_id = '2605.30001'");

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
