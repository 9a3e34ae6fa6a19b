using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Support.SomeRankedDay;

namespace PaperDigest.Tests.Community;

public sealed class UnseenTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Path = "/papers/date/2026-05-12?unseen=true";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = TestClock.Noon;
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days, visits CASCADE");
        await SomeListing.StoreAsync(site.Database, Tuesday, "2605.00001", "2605.00002");
        await RankAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_comes_back_sees_what_came_onto_the_list_since()
    {
        using var visitor = site.NewClient(cookies: true);
        Assert.Equal(["2605.00002", "2605.00001"], Html.Papers(await AskAsync(visitor)));

        site.Clock.Now = TestClock.Noon.AddHours(1);
        await AddAsync("2605.00003");
        Assert.Equal(3, Html.Papers(await AskAsync(visitor)).Count);

        // The visit of noon ended with its last look at a list, an hour later.
        site.Clock.Now = TestClock.Noon.AddHours(6);
        await AddAsync("2605.00004");
        var page = await AskAsync(visitor);
        Assert.Equal(["2605.00004"], Html.Papers(page));
        Assert.Contains("since your last visit, which ended on Tuesday 12 May at 17:00 UTC", Html.Text(page), StringComparison.Ordinal);

        // The same as long as this visit goes on, also where the list is ranked again.
        site.Clock.Now = TestClock.Noon.AddHours(7);
        await RankAsync();
        Assert.Equal(["2605.00004"], Html.Papers(await AskAsync(visitor)));
    }

    [Fact]
    public async Task Looking_at_any_list_goes_on_with_a_visit()
    {
        using var visitor = site.NewClient(cookies: true);
        await AskAsync(visitor);
        site.Clock.Now = TestClock.Noon.AddHours(3);
        await visitor.ReadAsync("/papers/week/2026-W20");
        site.Clock.Now = TestClock.Noon.AddHours(8);
        await AddAsync("2605.00003");
        Assert.Contains("at 19:00 UTC", await AskAsync(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_signs_in_goes_on_with_the_visits_and_takes_them_along_when_going()
    {
        using var visitor = site.NewClient(cookies: true);
        await AskAsync(visitor);
        var (id, account) = (await site.Database.ScalarAsync<Guid>("SELECT reader_id FROM visits"), Guid.NewGuid());
        var records = new VisitRecords(site.Database.Source);
        await using var connection = await site.Database.Source.OpenConnectionAsync(Cancel);
        await records.TakeOverAsync(connection, new TakeOver(id, account, site.Clock.Now), Cancel);
        Assert.Equal(account, await site.Database.ScalarAsync<Guid>("SELECT reader_id FROM visits"));

        await records.EraseAsync(connection, new Person(account, "ada@example.org", null), site.Clock.Now, Cancel);
        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM visits"));
    }

    [Fact]
    public async Task Nothing_is_kept_of_who_never_asked_and_a_list_sets_no_cookie()
    {
        using var voter = site.NewClient(cookies: true);
        using var vote = await voter.PostAsync("/papers/2605.00001/vote", new FormUrlEncodedContent([new("vote", "1")]), Cancel);
        await voter.ReadAsync("/papers/date/2026-05-12");
        using var plain = await site.Client.GetAsync("/papers/week/2026-W20", Cancel);
        Assert.False(plain.Headers.Contains("Set-Cookie"));
        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM visits"));
    }

    [Fact]
    public async Task Who_keeps_no_cookie_sees_everything_is_told_why_and_leaves_no_trace()
    {
        using var first = await site.Client.GetAsync(Path, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.True(first.Headers.Contains("Set-Cookie"));
        var page = await site.Client.ReadAsync(first.Headers.Location!.ToString());
        Assert.Equal(2, Html.Papers(page).Count);
        Assert.Contains("keeps no cookie", page, StringComparison.Ordinal);
        Assert.Equal(0L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM visits"));
    }

    [Fact]
    public async Task What_a_reader_has_not_seen_is_in_no_cache()
    {
        using var visitor = site.NewClient(cookies: true);
        await AskAsync(visitor);
        using var answer = await visitor.GetAsync(Path, Cancel);
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    private static async Task<string> AskAsync(HttpClient visitor)
    {
        using var answer = await visitor.GetAsync(Path, Cancel);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync(Cancel)
            : await visitor.ReadAsync(answer.Headers.Location!.ToString());
    }

    private async Task AddAsync(string arxivId)
    {
        await site.Database.ExecuteAsync(
            $"""
            INSERT INTO papers SELECT (jsonb_populate_record(p, jsonb_build_object('arxiv_id', '{arxivId}'))).* FROM papers p WHERE arxiv_id = '2605.00001';
            INSERT INTO listing_entries (date, category, arxiv_id, section, version, position) VALUES ('2026-05-12', 'cs.CL', '{arxivId}', 'new', 1, 9);
            """);
        await RankAsync();
    }

    private Task<IReadOnlyList<RankedDay>> RankAsync() => new DayRanking(site.Database.Source, site.Clock).RankAsync(site.Clock.Now, Cancel);
}
