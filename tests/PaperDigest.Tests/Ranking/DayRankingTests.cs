using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

/// <summary>Each test has days of its own, far from the others'.</summary>
public sealed class DayRankingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestClock _clock = new(TestClock.Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private DayRanking Ranking => new(database.Source, _clock);

    [Fact]
    public async Task A_paper_is_ranked_once_as_new_where_any_category_says_so_and_replacements_not_at_all()
    {
        var day = new DateOnly(2026, 1, 12);
        await SomeListing.StoreAsync(database, day, "cs.CL",
            [("2601.00001", ListingSection.Cross), ("2601.00002", ListingSection.Cross), ("2601.00003", ListingSection.Replace)]);
        await SomeListing.StoreAsync(database, day, "cs.AI",
            [("2601.00001", ListingSection.New), ("2601.00004", ListingSection.ReplaceCross), ("2601.00005", ListingSection.New)]);

        await RankAsOfAsync(day, hours: 12);

        Assert.Equal(
            [("2601.00005", (ListingSection?)ListingSection.New), ("2601.00001", ListingSection.New), ("2601.00002", ListingSection.Cross)],
            (await OrderAsync(day)).Select(p => (p.ArxivId, p.Section)));
    }

    [Fact]
    public async Task A_vote_moves_a_paper_up_when_its_day_is_ranked_again()
    {
        var day = new DateOnly(2026, 2, 12);
        await SomeListing.StoreAsync(database, day, "2602.00001", "2602.00002", "2602.00003");
        await RankAsync(day, hours: 12);
        Assert.Equal(["2602.00003", "2602.00002", "2602.00001"], await IdsAsync(day));

        await VoteAsync("2602.00001", day, hours: 13);
        Assert.Contains(await RankAsync(day, hours: 14), r => r.Day == day);

        Assert.Equal(["2602.00001", "2602.00003", "2602.00002"], await IdsAsync(day));
        var first = (await OrderAsync(day))[0];
        Assert.Equal((1, 1.0, 14.0, 1 / Math.Sqrt(16)), (first.Votes, first.WeightedVotes, first.AgeHours, first.Score));
    }

    [Fact]
    public async Task A_day_on_which_nothing_changed_is_left_alone_unless_it_is_the_newest()
    {
        var (older, newest) = (new DateOnly(2027, 3, 11), new DateOnly(2027, 3, 12));
        await SomeListing.StoreAsync(database, older, "2703.00001");
        await SomeListing.StoreAsync(database, newest, "2703.00002");
        await RankAsync(newest, hours: 5);

        var again = await RankAsync(newest, hours: 6);

        Assert.Equal([new RankedDay(newest, 1)], again);
    }

    [Fact]
    public async Task A_vote_cast_before_the_ranking_by_a_slow_clock_still_marks_the_day_for_the_next()
    {
        var day = new DateOnly(2026, 4, 14);
        await SomeListing.StoreAsync(database, day, "2604.00001", "2604.00002");
        await RankAsync(day, hours: 12);

        await VoteAsync("2604.00001", day, hours: 11);

        Assert.Contains(await RankAsync(day, hours: 12), r => r.Day == day);
        Assert.Equal("2604.00001", (await IdsAsync(day))[0]);
    }

    [Fact]
    public async Task Ranking_as_of_an_instant_takes_the_votes_cast_by_then_and_gives_the_same_again()
    {
        var day = new DateOnly(2026, 6, 11);
        await SomeListing.StoreAsync(database, day, "2606.00001", "2606.00002");
        await VoteAsync("2606.00001", day, hours: 5);
        await VoteAsync("2606.00002", day, hours: 20);
        await VoteAsync("2606.00002", day, hours: 20);

        var first = await RankAsOfAsync(day, hours: 10);
        var early = await OrderAsync(day);
        await RankAsOfAsync(day, hours: 23);
        var late = await OrderAsync(day);
        var second = await RankAsOfAsync(day, hours: 10);

        Assert.Equal(["2606.00001", "2606.00002"], early.Select(p => p.ArxivId));
        Assert.Equal(["2606.00002", "2606.00001"], late.Select(p => p.ArxivId));
        Assert.Equal(first.Where(r => r.Day == day), second.Where(r => r.Day == day));
        Assert.Equivalent(early, await OrderAsync(day), strict: true);
    }

    [Fact]
    public async Task Ranking_as_of_an_instant_leaves_out_the_days_announced_later()
    {
        var day = new DateOnly(2026, 7, 14);
        await SomeListing.StoreAsync(database, day, "2607.00001");

        var before = await RankAsOfAsync(day, hours: -1);
        var after = await RankAsOfAsync(day, hours: 1);

        Assert.DoesNotContain(before, r => r.Day == day);
        Assert.Contains(new RankedDay(day, 1), after);
    }

    [Fact]
    public async Task A_paper_listed_again_is_as_old_as_its_first_announcement()
    {
        var (first, again) = (new DateOnly(2026, 8, 11), new DateOnly(2026, 8, 12));
        await SomeListing.StoreAsync(database, first, "2608.00001");
        await SomeListing.StoreAsync(database, again, "cs.AI", [("2608.00001", ListingSection.Cross), ("2608.00002", ListingSection.New)]);

        await RankAsOfAsync(again, hours: 10);

        Assert.Equal([("2608.00002", 10.0), ("2608.00001", 34.0)], (await OrderAsync(again)).Select(p => (p.ArxivId, p.AgeHours)));
    }

    [Fact]
    public async Task Votes_and_comments_of_another_site_count_like_ours()
    {
        var day = new DateOnly(2026, 9, 15);
        await SomeListing.StoreAsync(database, day, "2609.00001", "2609.00002");
        await database.ExecuteAsync("UPDATE papers SET outside_votes = 6, outside_comments = 4 WHERE arxiv_id = '2609.00001'");

        await RankAsOfAsync(day, hours: 14);

        var best = (await OrderAsync(day))[0];
        Assert.Equal(("2609.00001", 2.0), (best.ArxivId, best.Score));
    }

    [Fact]
    public async Task Ranking_as_of_an_instant_takes_what_another_site_was_seen_to_count_by_then()
    {
        var day = new DateOnly(2026, 9, 22);
        await SomeListing.StoreAsync(database, day, "2609.00011", "2609.00012");
        await database.ExecuteAsync(
            """
            UPDATE papers SET outside_votes = 50, outside_comments = 3 WHERE arxiv_id = '2609.00011';
            INSERT INTO vote_observations (arxiv_id, observed_at, votes, comments, is_recorded)
            VALUES ('2609.00011', '2026-09-22T05:00Z', 6, 1, false), ('2609.00011', '2026-09-22T20:00Z', 50, 3, false);
            """);

        await RankAsOfAsync(day, hours: 4);
        var before = (await OrderAsync(day)).Single(p => p.ArxivId == "2609.00011");
        await RankAsOfAsync(day, hours: 14);
        var then = (await OrderAsync(day))[0];
        await RankAsOfAsync(day, hours: 23);

        Assert.Equal((0, 0.0), (before.OutsideVotes, before.Score));
        Assert.Equal(("2609.00011", 6, 1, 6.5 / 4), (then.ArxivId, then.OutsideVotes, then.Commenters, then.Score));
        Assert.Equal(50, (await OrderAsync(day))[0].OutsideVotes);
    }

    [Fact]
    public async Task Rankers_at_the_same_time_leave_one_order_without_gaps()
    {
        var day = new DateOnly(2026, 10, 13);
        var papers = Enumerable.Range(1, 300).Select(n => $"2610.{n:00000}").ToArray();
        await SomeListing.StoreAsync(database, day, papers);
        var others = new DayRanking(database.Source, _clock);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(
            () => (n % 2 == 0 ? Ranking : others).RankAsOfAsync(SomeListing.AnnouncedAt(day).AddHours(12), Cancel), Cancel)));

        Assert.Equal(Enumerable.Range(1, 300), (await OrderAsync(day)).Select(p => p.Rank));
        Assert.Equal(papers.Reverse(), await IdsAsync(day));
    }

    [Fact]
    public async Task A_day_whose_papers_are_being_removed_is_left_for_the_next_ranking()
    {
        var day = new DateOnly(2026, 11, 12);
        await SomeListing.StoreAsync(database, day, "2611.00001", "2611.00002");
        await using var removal = await database.Source.OpenConnectionAsync(Cancel);
        await using (var transaction = await removal.BeginTransactionAsync(Cancel))
        {
            await using var delete = new NpgsqlCommand("DELETE FROM papers WHERE arxiv_id = '2611.00001'", removal);
            await delete.ExecuteNonQueryAsync(Cancel);
            Assert.DoesNotContain(await RankAsOfAsync(day, hours: 12), r => r.Day == day);
            await transaction.RollbackAsync(Cancel);
        }

        Assert.Contains(new RankedDay(day, 2), await RankAsOfAsync(day, hours: 12));
    }

    private async Task VoteAsync(string paper, DateOnly day, double hours) =>
        Assert.NotNull(await new Ballot(database.Source).CastAsync(paper, Voter.Account(Guid.NewGuid()), SomeListing.AnnouncedAt(day).AddHours(hours), Cancel));

    private Task<IReadOnlyList<RankedDay>> RankAsync(DateOnly day, double hours)
    {
        _clock.Now = SomeListing.AnnouncedAt(day).AddHours(hours);
        return Ranking.RankAsync(_clock.Now, Cancel);
    }

    private Task<IReadOnlyList<RankedDay>> RankAsOfAsync(DateOnly day, double hours)
    {
        _clock.Now = SomeListing.AnnouncedAt(day).AddDays(30);
        return Ranking.RankAsOfAsync(SomeListing.AnnouncedAt(day).AddHours(hours), Cancel);
    }

    private async Task<List<RankedPaper>> OrderAsync(DateOnly day)
    {
        await using var db = database.Open();
        return await db.RankedPapers.AsNoTracking().Where(r => r.Date == day).OrderBy(r => r.Rank).ToListAsync(Cancel);
    }

    private async Task<string[]> IdsAsync(DateOnly day) => [.. (await OrderAsync(day)).Select(p => p.ArxivId)];
}
