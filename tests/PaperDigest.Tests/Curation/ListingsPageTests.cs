using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Curation;

/// <summary>How the listings stand, as an admin sees it.</summary>
public sealed class ListingsPageTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Page = "/admin/listings";

    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = TestClock.Noon;
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days, listing_watches CASCADE");
        await SomeListing.StoreAsync(site.Database, new DateOnly(2026, 5, 12), "2605.00001", "2605.00002");
        await site.Database.ExecuteAsync(
            """
            UPDATE listings SET entry_count = 2;
            INSERT INTO listing_watches (date, category, state, tried_at, next_try_at, attempts, message, filled_in, by_hand) VALUES
                ('2026-05-12', 'cs.CL', 'whole', '2026-05-12 04:10Z', NULL, 0, NULL, 1, false),
                ('2026-05-12', 'cs.LG', 'late', '2026-05-12 14:40Z', '2026-05-12 20:40Z', 6, 'The feed is not of 2026-05-12 yet.', 0, false)
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_listing_says_how_it_stands_and_why()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        var page = Html.Text(await admin.ReadAsync(Page));
        Assert.Contains("whole, 2 (1 filled in)", page, StringComparison.Ordinal);
        Assert.Contains("2026-05-12 cs.LG late 2026-05-12 20:40 The feed is not of 2026-05-12 yet. (6 tries)", page, StringComparison.Ordinal);
        Assert.Contains("2026-05-12 cs.AI not asked for", page, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-05-11", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_now_makes_a_listing_due_at_once()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        using var answer = await admin.SendAsync(Page, "try", ("Wanted", "2026-05-12/cs.LG"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("cs.LG of 2026-05-12 is due now", await admin.ReadAsync(answer.Headers.Location!.PathAndQuery), StringComparison.Ordinal);
        Assert.Equal(TestClock.Noon, await DueAsync("cs.LG"));
    }

    [Fact]
    public async Task A_listing_that_nobody_waited_for_can_be_asked_for()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        using var answer = await admin.SendAsync(Page, "try", ("Wanted", "2026-05-12/stat.ML"));
        Assert.Equal(TestClock.Noon, await DueAsync("stat.ML"));
    }

    [Theory]
    [InlineData("2026-05-12")]
    [InlineData("2026-05-12/cs.XX")]
    [InlineData("2020-05-12/cs.LG")]
    [InlineData("2026-05-16/cs.LG")]
    [InlineData("yesterday/cs.LG")]
    public async Task What_is_no_listing_of_these_weeks_is_not_tried(string wanted)
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        using var answer = await admin.SendAsync(Page, "try", ("Wanted", wanted));
        Assert.Equal(2L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM listing_watches"));
        Assert.Equal(1L, await site.Database.ScalarAsync<long>("SELECT count(*) FROM listing_watches WHERE next_try_at IS NOT NULL"));
    }

    [Fact]
    public async Task The_front_page_speaks_of_a_newer_listing_that_is_not_in()
    {
        await SomeRankedDay.RankAsync(site.Database, new DateOnly(2026, 5, 12), "2605.00001", "2605.00002");
        await site.Database.ExecuteAsync(
            """
            INSERT INTO listing_watches (date, category, state, next_try_at, attempts, filled_in, by_hand)
            SELECT '2026-05-13', unnest('{cs.AI,cs.CL,cs.CV,cs.LG,stat.ML}'::text[]), 'awaited', '2026-05-13 04:10Z', 0, 0, false
            """);
        site.Clock.Now = new DateTimeOffset(2026, 5, 13, 1, 0, 0, TimeSpan.Zero);
        using var visitor = site.NewClient();
        visitor.DefaultRequestHeaders.Add("Cookie", "pd_visitor=unsigned");

        var page = Html.Text(await visitor.ReadAsync("/"));

        Assert.Contains("Announced on Tuesday 12 May at 20:00 Eastern Time; none of 5 categories in, all awaited; next try 04:10 UTC.", page, StringComparison.Ordinal);
        Assert.Contains("1 of 5 categories in, cs.LG late, cs.AI, cs.CV and stat.ML not asked for; next try within minutes", Html.Text(await visitor.ReadAsync("/papers/date/2026-05-12")), StringComparison.Ordinal);
    }

    private Task<DateTimeOffset> DueAsync(string category) => site.Database.ScalarAsync<DateTime>(
        $"SELECT next_try_at FROM listing_watches WHERE category = '{category}'").ContinueWith(t => new DateTimeOffset(t.Result), TaskScheduler.Default);
}
