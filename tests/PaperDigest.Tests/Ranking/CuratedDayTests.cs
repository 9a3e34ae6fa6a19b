using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Digests;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Tests.Sources.HuggingFace;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;
using static PaperDigest.Tests.Support.SomeRankedDay;

namespace PaperDigest.Tests.Ranking;

/// <summary>
/// A Tuesday on which arXiv announced 2605.00001 and 2605.00002, the latter with twenty votes, and people on Hugging Face chose the
/// former and 2605.00100, which arXiv announced elsewhere. A Wednesday of which there is a curated list only.
/// </summary>
public sealed class CuratedDayTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static readonly DateOnly Wednesday = Tuesday.AddDays(1);

    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = TestClock.Noon.AddHours(12);
        await SomeListing.StoreAsync(site.Database, Tuesday.AddDays(-1), "2605.00009");
        await SomeListing.StoreAsync(site.Database, Tuesday, "2605.00001", "2605.00002");
        await site.Database.ExecuteAsync("UPDATE papers SET outside_votes = 20 WHERE arxiv_id = '2605.00002'");
        var importer = new CuratedImporter(site.Database.Source);
        var chosen = Papers(Of("2605.00001", votes: 3), Of("2605.00100", votes: 4).With("title", "<i>Chosen</i> elsewhere"));
        await importer.StoreAsync(new CuratedDay(Tuesday, chosen, TestClock.Noon), TestClock.Noon, TestContext.Current.CancellationToken);
        await importer.StoreAsync(new CuratedDay(Tuesday, Papers(Of("2605.00100", votes: 9)), TestClock.Noon.AddDays(1)), TestClock.Noon, TestContext.Current.CancellationToken);
        await importer.StoreAsync(new CuratedDay(Wednesday, Papers(Of("2605.00200", "2026-05-13")), TestClock.Noon), TestClock.Noon, TestContext.Current.CancellationToken);
        await new DayRanking(site.Database.Source, site.Clock).RankAsync(site.Clock.Now, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days, curated_listings CASCADE");

    [Fact]
    public async Task What_people_chose_stands_first_and_is_not_called_announced()
    {
        var page = await site.Client.ReadAsync("/papers/date/2026-05-12?page=1");

        Assert.Equal(["2605.00100", "2605.00001", "2605.00002"], Html.Papers(page));
        var text = Html.Text(page);
        Assert.Contains("2 papers announced on Monday at 20:00 Eastern Time", text, StringComparison.Ordinal);
        Assert.Contains("2 papers chosen on Hugging Face, 1 of them announced on other days", text, StringComparison.Ordinal);
        Assert.Contains("All 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_says_who_chose_it_and_links_code_and_project_and_loads_no_image()
    {
        var page = await site.Client.ReadAsync("/papers/date/2026-05-12");

        Assert.Contains("Hugging Face, submitted by Grace Hopper", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://github.com/example/engine\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/project\"", page, StringComparison.Ordinal);
        Assert.Contains("engines · Notes", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Chosen&lt;/i&gt; elsewhere", page, StringComparison.Ordinal);
        Assert.Contains("Code 31", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("social-thumbnails", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_with_a_curated_list_only_shows_it_and_says_what_is_missing()
    {
        var page = await site.Client.ReadAsync("/papers/date/2026-05-13");

        Assert.Equal(["2605.00200"], Html.Papers(page));
        Assert.Contains("1 paper chosen on Hugging Face", Html.Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("announced on Tuesday", Html.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_waits_for_arXivs_listing_a_day_long()
    {
        Assert.Contains("12 May", Html.FirstHeadings(await site.Client.ReadAsync("/?page=1"))[0], StringComparison.Ordinal);

        site.Clock.Now = TestClock.Noon.AddDays(2);
        Assert.Contains("13 May", Html.FirstHeadings(await site.Client.ReadAsync("/"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_made_of_the_day_as_it_is_shown_and_not_of_a_list_that_is_just_begun()
    {
        var queries = site.Services.GetRequiredService<DigestQueries>();

        var day = await queries.LatestDayAsync(site.Clock.Now, DateOnly.MaxValue, TestContext.Current.CancellationToken);

        Assert.Equal(Tuesday, day!.Date);
        Assert.Equal(["2605.00100", "2605.00001", "2605.00002"], day.Choose([], new HashSet<string>()));
        Assert.Equal(["2605.00001", "2605.00002"], day.Choose(["cs.CL"], new HashSet<string>()));
        Assert.Contains("chosen on Hugging Face", (await queries.PapersAsync(day, ["2605.00100"], TestContext.Current.CancellationToken))[0].Facts, StringComparison.Ordinal);
        Assert.Equal(Wednesday, (await queries.LatestDayAsync(site.Clock.Now.AddDays(1), DateOnly.MaxValue, TestContext.Current.CancellationToken))!.Date);
    }

    [Fact]
    public async Task A_papers_page_shows_what_Hugging_Face_knows_and_who_wrote_the_summary()
    {
        var page = await site.Client.ReadAsync("/papers/2605.00100");

        var text = Html.Text(page);
        Assert.Contains("Summary (made by example/model, from Hugging Face)", text, StringComparison.Ordinal);
        Assert.Contains("9 votes, 2 comments", text, StringComparison.Ordinal);
        Assert.Contains("github.com/example/engine, 31 stars", text, StringComparison.Ordinal);
        Assert.Contains("On Hugging Face: 4 on 12 May 2026, 9 on 13 May 2026", text, StringComparison.Ordinal);
        Assert.Contains("points=\"3,33 237,3\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_without_categories_breaks_no_page()
    {
        foreach (var path in (string[])["/papers/2605.00100", "/authors/Ada%20Lovelace", "/papers?q=chosen", "/papers/date/2026-05-12?category=cs.CL"])
            await site.Client.ReadAsync(path);
    }
}
