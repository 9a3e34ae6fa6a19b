using System.Net;
using PaperDigest.Catalogue;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

public sealed class DayPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 5, 8);
    private static readonly DateOnly Monday = new(2026, 5, 11);
    private static readonly string[] Order = [.. SomeRankedDay.Ids(120).Reverse()];

    // A visitor's pages are made anew each time; each test here stores days of its own.
    private readonly HttpClient _visitor = site.NewClient();

    public async ValueTask InitializeAsync()
    {
        _visitor.DefaultRequestHeaders.Add("Cookie", "pd_visitor=unsigned");
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days CASCADE");
        await SomeListing.StoreAsync(site.Database, Friday, SomeRankedDay.Ids(120));
        await SomeRankedDay.RankAsync(site.Database, Friday, Order);
        await SomeRankedDay.StoreAsync(site.Database, Monday, "2605.05001");
        // Taken in, and not ranked: not shown, and no step leads there.
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.06001");
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Papers_are_in_the_order_of_their_ranks_fifty_a_page()
    {
        Assert.Equal(Order[..50], await PapersAsync("/papers/date/2026-05-08"));
        Assert.Equal(Order[50..100], await PapersAsync("/papers/date/2026-05-08?page=2"));
        Assert.Equal(Order[100..], await PapersAsync("/papers/date/2026-05-08?page=3"));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task A_page_that_is_not_there_is_not_found(string page) =>
        await _visitor.ReadAsync($"/papers/date/2026-05-08?page={page}", HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/")]
    [InlineData("/papers")]
    public async Task The_front_page_is_the_latest_ranked_day(string path)
    {
        var page = await _visitor.ReadAsync(path);
        Assert.Equal(["Monday 11 May 2026"], Html.FirstHeadings(page));
        Assert.Equal(["2605.05001"], Html.Papers(page));
    }

    [Fact]
    public async Task Steps_lead_over_the_weekend_and_not_to_a_day_without_a_list()
    {
        var monday = await _visitor.ReadAsync("/papers/date/2026-05-11");
        Assert.Equal("/papers/date/2026-05-08", Html.Link(monday, "Friday 8 May"));
        Assert.Null(Html.Link(monday, "Tuesday 12 May"));
        Assert.Equal("/papers/date/2026-05-11", Html.Link(await _visitor.ReadAsync("/papers/date/2026-05-08"), "Monday 11 May"));
    }

    [Fact]
    public async Task A_weekend_day_says_so_and_names_its_neighbours()
    {
        var page = await _visitor.ReadAsync("/papers/date/2026-05-09");
        Assert.Equal(["Saturday 9 May 2026"], Html.FirstHeadings(page));
        Assert.Contains("no listings on Saturdays and Sundays", page);
        Assert.NotNull(Html.Link(page, "Friday 8 May"));
        Assert.NotNull(Html.Link(page, "Monday 11 May"));
    }

    [Fact]
    public async Task A_day_that_is_not_ranked_yet_shows_no_half_list()
    {
        var page = await _visitor.ReadAsync("/papers/date/2026-05-12");
        Assert.Empty(Html.Papers(page));
        Assert.Contains("put in order", page);
    }

    [Theory]
    [InlineData("2026-05-32")]
    [InlineData("12.5.2026")]
    [InlineData("yesterday")]
    [InlineData("0001-01-01")]
    public async Task What_is_no_date_is_not_found(string date) => await _visitor.ReadAsync("/papers/date/" + date, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_category_shows_its_papers_in_the_days_order_and_every_category_its_count()
    {
        await SomeListing.StoreAsync(site.Database, Friday, "cs.LG",
            [("2605.00007", ListingSection.Cross), ("2605.00100", ListingSection.New), ("2605.00050", ListingSection.Replace)]);

        var page = await _visitor.ReadAsync("/papers/date/2026-05-08?category=cs.LG");

        Assert.Equal(["2605.00100", "2605.00007"], Html.Papers(page));
        Assert.Equal("/papers/date/2026-05-08", Html.Link(page, "All 120"));
        Assert.Equal("/papers/date/2026-05-08?category=cs.CL", Html.Link(page, "cs.CL 120"));
        Assert.NotNull(Html.Link(page, "cs.LG 2"));
    }

    [Fact]
    public async Task A_paper_that_the_feed_left_out_is_marked_and_counted()
    {
        await site.Database.ExecuteAsync($"UPDATE listing_entries SET filled_in = true WHERE date = '2026-05-08' AND arxiv_id = '{Order[3]}'");
        var page = Html.Text(await _visitor.ReadAsync("/papers/date/2026-05-08"));
        Assert.Equal(2, page.Split("filled in").Length - 1);
        Assert.Contains("filled in from arXiv's records: 1 in cs.CL", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_without_papers_says_so() =>
        Assert.Contains("No paper of cs.XX is on this list.", Html.Text(await _visitor.ReadAsync("/papers/date/2026-05-08?category=cs.XX")));

    [Theory]
    [InlineData("category=%00", "category has control characters")]
    [InlineData("category=%3Cscript%3E", "category is not an arXiv category")]
    [InlineData("min_upvotes=many", "min_upvotes is a whole number")]
    [InlineData("sort=best", "sort is one of trending, votes, newest, comments")]
    [InlineData("with=%2B%2B", "with has no letter or digit")]
    [InlineData("view=wide", "view is compact")]
    public async Task An_address_that_is_not_understood_says_what_is_wrong_with_it(string query, string words)
    {
        var page = await _visitor.ReadAsync("/papers/date/2026-05-08?" + query, HttpStatusCode.BadRequest);
        Assert.Contains(words, Html.Text(page));
        Assert.Equal("/papers/date/2026-05-08", Html.Link(page, "Show the whole list"));
    }

    [Fact]
    public async Task An_empty_catalogue_says_what_to_do()
    {
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days CASCADE");
        Assert.Contains("No papers yet", await _visitor.ReadAsync("/"));
    }

    [Fact]
    public async Task A_sample_day_can_be_removed_with_one_click()
    {
        await site.Database.ExecuteAsync("UPDATE listing_days SET is_sample = true");
        var page = await _visitor.ReadAsync("/papers/date/2026-05-08");
        Assert.Contains("action=\"/sample/remove\"", page);
    }

    [Fact]
    public async Task The_visitors_own_vote_is_marked_for_nobody_else()
    {
        using var visitor = site.NewClient(cookies: true);
        using var vote = await visitor.PostAsync($"/papers/{Order[0]}/vote", new FormUrlEncodedContent([new("vote", "1")]), TestContext.Current.CancellationToken);

        Assert.Contains("aria-pressed=\"true\" aria-label=\"Upvote, 1 vote\"", await visitor.ReadAsync("/papers/date/2026-05-08"));
        Assert.DoesNotContain("aria-pressed=\"true\"", await _visitor.ReadAsync("/papers/date/2026-05-08"));
    }

    private async Task<IReadOnlyList<string>> PapersAsync(string path) => Html.Papers(await _visitor.ReadAsync(path));
}
