using System.Net;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Support.SomeRankedDay;

namespace PaperDigest.Tests.Ranking;

/// <summary>A Friday, the Monday and Tuesday after the weekend, and a day in July: two weeks, two months.</summary>
public sealed class PeriodPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 5, 8);
    private readonly HttpClient _visitor = site.NewClient();

    public async ValueTask InitializeAsync()
    {
        _visitor.DefaultRequestHeaders.Add("Cookie", "pd_visitor=unsigned");
        site.Clock.Now = TestClock.Noon.AddMonths(3);
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days CASCADE");
        await StoreAsync(site.Database, Friday, "2605.01001", "2605.01002");
        await StoreAsync(site.Database, Tuesday.AddDays(-1), "2605.02001", "2605.02002", "2605.02003");
        await SomeListing.StoreAsync(site.Database, Tuesday, "2605.03001");
        // One paper of Monday's is on Tuesday's list again.
        await RankAsync(site.Database, Tuesday, "2605.02003", "2605.03001");
        await StoreAsync(site.Database, new DateOnly(2026, 7, 1), "2607.00001");
        await site.Database.ExecuteAsync(
            """
            UPDATE papers SET outside_votes = 9 WHERE arxiv_id = '2605.02002';
            UPDATE papers SET outside_votes = 5, outside_comments = 7 WHERE arxiv_id = '2605.02003';
            UPDATE papers SET vote_count = 1 WHERE arxiv_id = '2605.01001';
            INSERT INTO vote_observations (arxiv_id, observed_at, votes, comments, is_recorded)
            VALUES ('2605.02002', '2026-05-11T10:00Z', 9, 0, false), ('2605.02003', '2026-05-12T10:00Z', 5, 0, false);
            INSERT INTO votes (arxiv_id, visitor_id, cast_at, weight) VALUES ('2605.01001', gen_random_uuid(), '2026-05-08T10:00Z', 1);
            """);
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/papers/week/2026-W20", "2605.02002", "2605.02003", "2605.03001", "2605.02001")]
    [InlineData("/papers/week/2026-W20?sort=trending", "2605.02003", "2605.02001", "2605.02002", "2605.03001")]
    [InlineData("/papers/week/2026-W20?sort=newest", "2605.03001", "2605.02003", "2605.02002", "2605.02001")]
    [InlineData("/papers/week/2026-W20?sort=comments", "2605.02003", "2605.02002", "2605.03001", "2605.02001")]
    [InlineData("/papers/month/2026-05?min_upvotes=1", "2605.02002", "2605.02003", "2605.01001")]
    [InlineData("/papers/week", "2607.00001")]
    [InlineData("/papers/month", "2607.00001")]
    public async Task A_week_and_a_month_hold_the_papers_of_their_days_once_in_the_order_chosen(string path, params string[] papers) =>
        Assert.Equal(papers, Html.Papers(await _visitor.ReadAsync(path)));

    [Fact]
    public async Task A_paper_bears_its_best_place_and_the_day_of_it()
    {
        var page = Html.Text(await _visitor.ReadAsync("/papers/week/2026-W20"));
        Assert.Contains("2nd of 11 May", page, StringComparison.Ordinal);
        Assert.Contains("1st of 12 May", page, StringComparison.Ordinal);
        Assert.Contains("rank 1 on Tuesday 12 May", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of the day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_skip_weeks_and_months_without_a_list_and_keep_what_was_chosen()
    {
        var week = await _visitor.ReadAsync("/papers/week/2026-W20?sort=newest");
        Assert.Equal("/papers/week/2026-W19?sort=newest", Html.Link(week, "Week of Monday 4 May"));
        Assert.Equal("/papers/week/2026-W27?sort=newest", Html.Link(week, "Week of Monday 29 June"));
        Assert.Equal("/papers/month/2026-07", Html.Link(await _visitor.ReadAsync("/papers/month/2026-05"), "July 2026"));
    }

    [Fact]
    public async Task Tabs_lead_to_the_same_time_and_keep_the_filter()
    {
        var day = await _visitor.ReadAsync("/papers/date/2026-05-12?min_upvotes=2");
        Assert.Equal("/papers/week/2026-W20?min_upvotes=2", Html.Link(day, "Week"));
        Assert.Equal("/papers/month/2026-05?min_upvotes=2", Html.Link(day, "Month"));
        Assert.Equal("/papers/trending?min_upvotes=2", Html.Link(day, "Trending"));
        Assert.Equal("/papers/date/2026-05-12?min_upvotes=2", Html.Link(await _visitor.ReadAsync("/papers/week/2026-W20?min_upvotes=2"), "Day"));
    }

    [Theory]
    [InlineData("/papers/week/2026-W25", "No listing of this week is in this catalogue yet.")]
    [InlineData("/papers/month/2026-06", "No listing of this month is in this catalogue yet.")]
    [InlineData("/papers/week/2030-W01", "This week is still to come.")]
    [InlineData("/papers/month/2030-01", "This month is still to come.")]
    [InlineData("/papers/month/1999-12", "lies before the first list of this site, that of Friday 8 May 2026")]
    public async Task A_time_without_a_list_says_why_and_leads_to_the_nearest(string path, string words)
    {
        var page = await _visitor.ReadAsync(path);
        Assert.Contains(words, Html.Text(page), StringComparison.Ordinal);
        Assert.Single(Html.FirstHeadings(page));
        Assert.Empty(Html.Papers(page));
        Assert.Contains("rel=\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/week/2026-W54")]
    [InlineData("/papers/week/20")]
    [InlineData("/papers/week/1066-W01")]
    [InlineData("/papers/month/2026-13")]
    [InlineData("/papers/month/May")]
    [InlineData("/papers/week/2026-W20?page=2")]
    [InlineData("/papers/trending?page=0")]
    public async Task What_is_no_week_month_or_page_is_not_found(string path) =>
        Assert.Single(Html.FirstHeadings(await _visitor.ReadAsync(path, HttpStatusCode.NotFound)));

    [Fact]
    public async Task Trending_holds_what_has_votes_in_its_window_and_says_why()
    {
        site.Clock.Now = TestClock.Noon;
        await site.Database.ExecuteAsync("DELETE FROM listing_days WHERE date = '2026-07-01'; DELETE FROM ranked_papers WHERE date = '2026-07-01'");

        Assert.Equal(["2605.02003"], Html.Papers(await _visitor.ReadAsync("/papers/trending?window=today")));
        var page = await _visitor.ReadAsync("/papers/trending");
        Assert.Equal(["2605.02002", "2605.02003", "2605.01001"], Html.Papers(page));
        Assert.Contains("9 votes counted on Hugging Face · they count as 4.6, for a vote counts half after 36 hours and half again after as long · first listed 40 hours ago · score 4.6 · place 1 of 3", Html.Text(page), StringComparison.Ordinal);
        Assert.Equal(["2605.02002", "2605.02003"], Html.Papers(await _visitor.ReadAsync("/papers/trending?min_upvotes=2")));
        Assert.Equal("/papers/trending?window=30", Html.Link(page, "30 days"));
        Assert.Empty(Html.Papers(await _visitor.ReadAsync("/papers/trending?window=today&min_upvotes=6")));
    }

    [Fact]
    public async Task A_place_that_is_kept_for_a_new_paper_says_so_on_the_card()
    {
        site.Clock.Now = TestClock.Noon.AddDays(7);
        await StoreAsync(site.Database, new DateOnly(2026, 5, 19), Ids(20, from: 6001));
        await site.Database.ExecuteAsync(
            """
            DELETE FROM listing_days WHERE date = '2026-07-01'; DELETE FROM ranked_papers WHERE date = '2026-07-01';
            UPDATE papers SET outside_votes = 9 WHERE arxiv_id BETWEEN '2605.06001' AND '2605.06004';
            """);

        var page = await _visitor.ReadAsync("/papers/trending?view=compact");

        Assert.Equal(5, Html.Papers(page).Count);
        Assert.Single(page.Split("new, a place kept for it").Skip(1));
    }

    [Fact]
    public async Task A_long_week_has_fifty_a_page()
    {
        await StoreAsync(site.Database, new DateOnly(2026, 5, 19), Ids(120));
        var page = await _visitor.ReadAsync("/papers/week/2026-W21?page=2&view=compact");
        Assert.Equal(50, Html.Papers(page).Count);
        Assert.Equal("/papers/week/2026-W21?view=compact&page=3", Html.Link(page, "Page 3"));
        Assert.Equal("/papers/week/2026-W21", Html.Link(page, "With abstracts"));
        Assert.DoesNotContain("It was measured.", page, StringComparison.Ordinal);
    }
}
