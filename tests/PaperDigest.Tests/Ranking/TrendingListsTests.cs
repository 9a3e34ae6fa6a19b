using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

/// <summary>A week of listing days before noon of Tuesday, 12 May.</summary>
public sealed class TrendingListsTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TestClock.Noon;
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.UtcDateTime);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.ExecuteAsync("TRUNCATE papers, listings, listing_days CASCADE");
        await SomeRankedDay.StoreAsync(database, Today.AddDays(-5), "2605.00001", "2605.00002");
        await SomeRankedDay.StoreAsync(database, Today, [.. SomeRankedDay.Ids(30, from: 11)]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_gains_votes_now_stands_before_what_had_many_long_ago()
    {
        await VoteAsync("2605.00001", 40, hoursAgo: 110);
        await VoteAsync("2605.00011", 8, hoursAgo: 2);

        Assert.Equal(["2605.00011", "2605.00001"], await IdsAsync(7));
        Assert.Equal(["2605.00001", "2605.00011"], await IdsAsync(30));
        Assert.Equal(["2605.00011"], await IdsAsync(1));
    }

    [Fact]
    public async Task An_older_paper_that_people_vote_for_today_trends_today()
    {
        await VoteAsync("2605.00002", 9, hoursAgo: 3);

        var trend = Assert.Single(await ScoredAsync(1));
        Assert.Equal(("2605.00002", 9, 9.0), (trend.ArxivId, trend.VotesOfLastDay, trend.Counted));
    }

    [Fact]
    public async Task Votes_without_an_account_count_less()
    {
        await VoteAsync("2605.00011", 3, hoursAgo: 1, weight: 0.3);
        await VoteAsync("2605.00012", 2, hoursAgo: 1);

        Assert.Equal(["2605.00012", "2605.00011"], await IdsAsync(1));
    }

    [Fact]
    public async Task Outside_votes_count_when_they_were_gained()
    {
        await LooksAsync("2605.00001", (100, 50), (90, 60));
        await LooksAsync("2605.00002", (100, 5), (20, 8), (1, 30));

        Assert.Equal(["2605.00002", "2605.00001"], await IdsAsync(7));
        var trend = Assert.Single(await ScoredAsync(1));
        // 22 between the last two looks, and of the 3 before them those of the last 4 of 80 hours.
        Assert.Equal(("2605.00002", 22 + (3 * 4 / 80.0)), (trend.ArxivId, Math.Round(trend.Counted, 6)));
    }

    [Fact]
    public async Task At_a_past_instant_the_list_is_what_it_was()
    {
        await VoteAsync("2605.00001", 4, hoursAgo: 50);
        await LooksAsync("2605.00002", (60, 3));
        var then = await ScoredAsync(7, Now.AddHours(-30));

        await VoteAsync("2605.00001", 9, hoursAgo: 5);
        await LooksAsync("2605.00002", (10, 90));

        Assert.Equal(["2605.00002", "2605.00001"], await IdsAsync(7));
        Assert.Equivalent(then, await ScoredAsync(7, Now.AddHours(-30)), strict: true);
    }

    [Fact]
    public async Task Stars_of_the_code_count_only_when_taken_in_and_never_for_more_than_a_quarter()
    {
        await LooksAsync("2605.00011", (5, 4));
        await database.ExecuteAsync(
            $"""
            UPDATE vote_observations SET stars = 10;
            INSERT INTO vote_observations (arxiv_id, observed_at, votes, comments, stars, is_recorded) VALUES ('2605.00011', '{Now.AddHours(-1):O}', 4, 0, 9000, false);
            """);

        var without = Assert.Single(await ScoredAsync(7));
        var with = Assert.Single(await SomeRankedDay.Trending(database, codeStars: true).ScoredAsync(Query(7, Now), Cancel));

        Assert.Equal(0, without.OfStars);
        Assert.Equal(with.Score / 4, with.OfStars, 1e-9);
    }

    [Fact]
    public async Task Two_of_the_first_ten_places_go_to_new_papers_with_few_votes_for_an_hour()
    {
        foreach (var id in SomeRankedDay.Ids(12, from: 11)) await VoteAsync(id, 6, hoursAgo: 2);
        var lists = SomeRankedDay.Lists(database);

        var page = await lists.PageAsync(Query(7, Now) with { Take = 50 }, Cancel);
        var again = await lists.PageAsync(Query(7, Now.AddMinutes(30)) with { Take = 50 }, Cancel);

        var fresh = page.Cards.Where(c => c.Trend!.IsFresh).ToList();
        Assert.Equal([5, 10], fresh.Select(c => c.Trend!.Place));
        Assert.All(fresh, c => Assert.Contains("a place kept for new papers with few votes", TrendWords.Of(c.Trend!)));
        Assert.Equal(page.Cards.Select(c => c.Paper.ArxivId), again.Cards.Select(c => c.Paper.ArxivId));
        Assert.Equal(14, page.Total);
        Assert.DoesNotContain((await lists.PageAsync(Query(7, Now) with { Take = 50, Order = ListOrder.Votes }, Cancel)).Cards, c => c.Trend!.IsFresh);
    }

    [Fact]
    public async Task The_same_papers_trend_in_whatever_order_they_are_shown()
    {
        await VoteAsync("2605.00001", 40, hoursAgo: 110);
        await VoteAsync("2605.00011", 8, hoursAgo: 2);
        var lists = SomeRankedDay.Lists(database);

        var byVotes = await lists.PageAsync(Query(1, Now) with { Take = 50, Order = ListOrder.Votes }, Cancel);

        Assert.Equal(("2605.00011", 1), (Assert.Single(byVotes.Cards).Paper.ArxivId, byVotes.Total));
        Assert.Equal([1], await lists.CountAsync(Query(1, Now), [PaperFilter.None], Cancel));
    }

    private static RankedQuery Query(int days, DateTimeOffset at) =>
        new(Today.AddDays(-6), Today) { Trending = TrendWindow.Of(days, Today, at), Order = ListOrder.Trending };

    private async Task<IReadOnlyList<Trend>> ScoredAsync(int days, DateTimeOffset? at = null) =>
        await SomeRankedDay.Trending(database).ScoredAsync(Query(days, at ?? Now), Cancel);

    private async Task<IEnumerable<string>> IdsAsync(int days) => (await ScoredAsync(days)).Select(t => t.ArxivId);

    private async Task VoteAsync(string paper, int votes, double hoursAgo, double weight = 1)
    {
        for (var n = 0; n < votes; n++)
        {
            var voter = Voter.Account(Guid.NewGuid());
            await new Ballot(database.Source).CastAsync(paper, voter, Now.AddHours(-hoursAgo), Cancel);
            if (weight < 1) await database.ExecuteAsync($"UPDATE votes SET weight = {weight} WHERE visitor_id = '{voter.Id}'");
        }
    }

    private async Task LooksAsync(string paper, params (double HoursAgo, int Votes)[] looks)
    {
        foreach (var (hours, votes) in looks)
        {
            await database.ExecuteAsync(
                $"""
                INSERT INTO vote_observations (arxiv_id, observed_at, votes, comments, is_recorded) VALUES ('{paper}', '{Now.AddHours(-hours):O}', {votes}, 0, false);
                UPDATE papers SET outside_votes = {votes} WHERE arxiv_id = '{paper}';
                """);
        }
    }
}
