using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Community;
using PaperDigest.Site;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Site;

/// <summary>Cached pages and what drops them. Everything is written to the database by hand, as another node would.</summary>
public sealed class PageChangesTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Paper = "2605.00001";
    private const string Other = "2605.00002";
    private static readonly DateOnly Wednesday = SomeRankedDay.Tuesday.AddDays(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Eventually.Async(() => site.Services.GetRequiredService<PageChanges>().IsListening, "changes are heard");
        if (await site.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM papers)")) return;
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, Paper, Other);
        await SomeRankedDay.StoreAsync(site.Database, Wednesday, "2605.00003");
        await site.Database.ExecuteAsync("INSERT INTO paper_categories SELECT 'cs.CL', arxiv_id, first_listed FROM papers");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/papers/2605.00001")]
    [InlineData("/papers/date/2026-05-12")]
    [InlineData("/authors/Ada%20Lovelace")]
    [InlineData("/categories/cs.CL")]
    [InlineData("/papers.json?date=2026-05-12")]
    [InlineData("/api/papers/2605.00001")]
    public async Task A_vote_drops_each_page_that_shows_the_paper(string path)
    {
        await IsKeptAsync(path);
        await VoteAsync(Paper);
        await IsDroppedAsync(path);
    }

    [Theory]
    [InlineData("/papers/2605.00003")]
    [InlineData("/papers/date/2026-05-13")]
    [InlineData("/")]
    public async Task A_vote_leaves_all_other_pages_as_they_are(string path)
    {
        await IsKeptAsync(path);
        await IsKeptAsync("/papers/date/2026-05-12");
        await VoteAsync(Paper);
        // Once this page was dropped the vote has been heard.
        await IsDroppedAsync("/papers/date/2026-05-12");
        Assert.True(await IsFromCacheAsync(path));
    }

    [Fact]
    public async Task A_new_order_drops_the_days_pages_and_no_other_days()
    {
        await IsKeptAsync("/papers/date/2026-05-12");
        await IsKeptAsync("/papers/date/2026-05-13");
        await site.Database.ExecuteAsync("UPDATE listing_days SET ranked_at = ranked_at + interval '1 minute' WHERE date = '2026-05-12'");
        await IsDroppedAsync("/papers/date/2026-05-12");
        Assert.True(await IsFromCacheAsync("/papers/date/2026-05-13"));
    }

    [Fact]
    public async Task A_listing_that_comes_in_drops_the_pages_that_lead_to_it()
    {
        await IsKeptAsync("/papers/date/2026-05-13");
        await IsKeptAsync("/categories/cs.CL");
        await IsKeptAsync("/papers/2605.00003");
        await SomeRankedDay.StoreAsync(site.Database, Wednesday.AddDays(1), "2605.00004");
        await IsDroppedAsync("/papers/date/2026-05-13");
        await IsDroppedAsync("/categories/cs.CL");
        Assert.True(await IsFromCacheAsync("/papers/2605.00003"));
    }

    [Fact]
    public async Task What_a_curator_enters_in_the_calendar_drops_everything()
    {
        await IsKeptAsync("/papers/2605.00003");
        await site.Database.ExecuteAsync("INSERT INTO announcement_holidays (date, name) VALUES ('2031-01-01', 'New Year''s Day')");
        await IsDroppedAsync("/papers/2605.00003");
    }

    [Fact]
    public async Task A_statement_that_changes_a_thousand_papers_is_told_as_one_change_of_everything()
    {
        await SomeRankedDay.StoreAsync(site.Database, new DateOnly(2026, 4, 1), [.. Enumerable.Range(1, 600).Select(n => $"2604.{n:00000}")]);
        await IsKeptAsync("/papers/2605.00003");
        await site.Database.ExecuteAsync("UPDATE papers SET outside_votes = outside_votes + 1 WHERE arxiv_id LIKE '2604.%'");
        await IsDroppedAsync("/papers/2605.00003");
    }

    [Fact]
    public async Task Nothing_is_kept_while_changes_cannot_be_heard()
    {
        await IsKeptAsync("/papers/2605.00003");
        await site.Database.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN paperdigest_pages%'");
        await Eventually.Async(() => !site.Services.GetRequiredService<PageChanges>().IsListening, "the lost connection is noticed");
        Assert.False(await IsFromCacheAsync("/papers/2605.00003"));
        await Eventually.Async(() => site.Services.GetRequiredService<PageChanges>().IsListening, "changes are heard again");
    }

    private async Task VoteAsync(string arxivId) =>
        await site.Services.GetRequiredService<Ballot>().CastAsync(arxivId, Voter.Account(Guid.NewGuid()), site.Clock.Now, Cancel);

    private Task IsKeptAsync(string path) => Eventually.Async(() => IsFromCacheAsync(path), $"{path} is kept");

    private Task IsDroppedAsync(string path) => Eventually.Async(async () => !await IsFromCacheAsync(path), $"{path} is dropped");

    private async Task<bool> IsFromCacheAsync(string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);
        Assert.True(answer.IsSuccessStatusCode);
        return answer.Headers.Age is not null;
    }
}
