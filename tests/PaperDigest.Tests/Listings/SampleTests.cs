using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>Each test starts from an empty catalogue of the running site.</summary>
public sealed partial class SampleTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Sample Sample => site.Services.GetRequiredService<Sample>();

    public async ValueTask InitializeAsync() =>
        await site.Database.ExecuteAsync("TRUNCATE papers, listings, listing_days, accounts, instance_keys CASCADE");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void It_has_at_least_120_papers_over_8_days_each_with_a_summary_of_two_to_four_sentences()
    {
        var days = Sample.Read();

        Assert.Equal(8, days.Select(d => d.Date).Distinct().Count());
        var papers = days.SelectMany(d => d.Papers).ToList();
        Assert.InRange(papers.DistinctBy(p => p.Id).Count(), 120, 1000);
        Assert.All(papers, p => Assert.InRange(SentenceEnd().Count(p.Summary), 2, 4));
        Assert.All(papers, p => Assert.True(ArxivId.TryParse(p.Id, out var id) && id.ToString() == p.Id));
        Assert.All(papers, p => Assert.True(p is { Authors.Count: > 0, Categories.Count: > 0, Votes: >= 0, Title.Length: > 0 }));
        Assert.All(days, d => Assert.All(d.Papers, p => Assert.True(p.FirstListed <= d.Date)));
    }

    [Fact]
    public async Task It_is_loaded_as_the_feeds_would_have_shown_it_and_marked()
    {
        Assert.Equal(SampleOutcome.Loaded, await Sample.LoadAsync(site.Clock.Now, Cancel));

        Assert.Equal(0L, await CountAsync("papers WHERE NOT is_sample OR abstract <> '' OR summary IS NULL"));
        Assert.Equal(8L, await CountAsync("listing_days WHERE is_sample AND new_count + cross_count = 16"));
        Assert.Equal(0L, await CountAsync("listing_entries e JOIN papers p USING (arxiv_id) WHERE section = 'new' AND (p.categories[1] <> e.category OR p.first_listed <> e.date)"));
        Assert.Equal(0L, await CountAsync("listing_entries e JOIN papers p USING (arxiv_id) WHERE section = 'cross' AND p.categories[1] = e.category AND p.first_listed = e.date"));
        Assert.True(await site.Database.ScalarAsync<long>("SELECT sum(outside_votes) FROM papers") > 1000);
    }

    [Fact]
    public async Task Loading_it_again_changes_nothing()
    {
        await Sample.LoadAsync(site.Clock.Now, Cancel);
        var before = await CatalogueText.OfAsync(site.Database.Source, Cancel);

        Assert.Equal(SampleOutcome.AlreadyThere, await Sample.LoadAsync(site.Clock.Now, Cancel));
        Assert.Equal(before, await CatalogueText.OfAsync(site.Database.Source, Cancel));
    }

    [Fact]
    public async Task It_has_no_place_beside_real_papers()
    {
        await site.Services.GetRequiredService<ListingImporter>().ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")), site.Clock.Now, Cancel);

        Assert.Equal(SampleOutcome.RealPapersThere, await Sample.LoadAsync(site.Clock.Now, Cancel));
        Assert.Equal(1L, await CountAsync("papers"));
    }

    [Fact]
    public async Task One_click_removes_it_whole_and_it_does_not_come_back_by_itself()
    {
        await Sample.LoadAsync(site.Clock.Now, Cancel);
        await site.Services.GetRequiredService<DayRanking>().RankAsync(site.Clock.Now, Cancel);
        const string card = "data-arxiv-id";
        Assert.Contains(card, await site.Client.GetStringAsync("/", Cancel), StringComparison.Ordinal);

        using var answer = await site.Client.PostAsync("/sample/remove", null, Cancel);

        Assert.DoesNotContain(card, await site.Client.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
        Assert.Equal("", await CatalogueText.OfAsync(site.Database.Source, Cancel));
        Assert.Equal(SampleOutcome.RemovedBefore, await Sample.LoadFirstTimeAsync(site.Clock.Now, Cancel));
        Assert.Equal(SampleOutcome.Loaded, await Sample.LoadAsync(site.Clock.Now, Cancel));
    }

    [Fact]
    public async Task Once_there_is_an_admin_nobody_else_may_remove_it()
    {
        await Sample.LoadAsync(site.Clock.Now, Cancel);
        await using (var scope = site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<AccountBook>().EnsureAsync("admin@example.org", AccountRole.Admin, site.Clock.Now);

        using var answer = await site.Client.PostAsync("/sample/remove", null, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(8L, await CountAsync("listing_days"));
    }

    [Fact]
    public async Task Another_sites_page_cannot_remove_it()
    {
        await Sample.LoadAsync(site.Clock.Now, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sample/remove");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var stranger = new HttpClient { BaseAddress = site.Client.BaseAddress };

        using var answer = await stranger.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task An_installation_for_other_categories_still_shows_every_paper()
    {
        await new Sample(site.Database.Source, new ArxivOptions { Categories = "hep-th" }).LoadAsync(site.Clock.Now, Cancel);

        Assert.Equal(8L, await CountAsync("listing_days WHERE new_count + cross_count = 16"));
    }

    private Task<long> CountAsync(string from) => site.Database.ScalarAsync<long>($"SELECT count(*) FROM {from}");

    [GeneratedRegex(@"[.!?](?=\s|$)")]
    private static partial Regex SentenceEnd();
}
