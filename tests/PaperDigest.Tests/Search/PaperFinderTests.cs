using PaperDigest.Catalogue;
using PaperDigest.Search;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Search;

public sealed class PaperFinderTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PaperFinder Finder => (PaperFinder)site.Services.GetService(typeof(PaperFinder))!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = site.Database.Open())
        {
            if (await db.Papers.FindAsync(["2605.30001"], Cancel) is null)
            {
                db.Papers.Add(Written("2605.30001", "Adapters of low rank", "Weights of low rank are added. They adapt a large model with little memory.", 5));
                db.Papers.Add(Written("2605.30002", "Adapting large models", "Adapters are put between the layers. The rank is low.", 9));
                db.Papers.Add(Written("2605.30003", "Low", "Of <b>tides</b> and moons.", 0));
                var written = Written("2605.30004", "Squid of the deep", "With <i>large</i> eyes. No rank at all.", 30);
                (written.Authors, written.Categories, written.FirstListed) = (["José A. García", "Mei Li"], ["q-bio.NC", "cs.CL"], new DateOnly(2025, 3, 4));
                written.SearchText = SearchText.Of(written.Title, written.Authors);
                db.Papers.Add(written);
                db.PaperCategories.AddRange(written.Categories.Select(c => new PaperCategory { ArxivId = written.ArxivId, Category = c, FirstListed = written.FirstListed }));
                for (var n = 100; n < 160; n++) db.Papers.Add(Written($"2604.30{n}", $"Whales, part {n}", "They swim.", n));
                await db.SaveChangesAsync(Cancel);
            }
        }
        await site.IsSearchableAsync("2605.30003");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Abstracts_are_searched_and_the_best_comes_first()
    {
        var result = await FindAsync("adapters low rank");
        Assert.True(result.IsRanked);
        Assert.Equal(["2605.30001", "2605.30002"], result.Papers.Select(p => p.ArxivId));
        Assert.Equal(2, result.Matches);
    }

    [Fact]
    public async Task The_exact_title_comes_first_however_common_its_words_are() =>
        Assert.Equal("2605.30003", (await FindAsync("Low")).Papers[0].ArxivId);

    [Fact]
    public async Task The_same_papers_can_be_put_in_order_of_date_or_votes()
    {
        Assert.Equal("2605.30002", (await FindAsync("adapters low rank", ListOrder.Votes)).Papers[0].ArxivId);
        var newest = await FindAsync("whales", ListOrder.Newest);
        Assert.Equal((60, "2604.30159", true), (newest.Matches, newest.Papers[0].ArxivId, newest.HasNext));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap()
    {
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++) pages.AddRange((await Finder.FindAsync(SearchQuery.Of("whales"), SearchChoice.All, page, Cancel)).Papers.Select(p => p.ArxivId));
        Assert.Equal(60, pages.Distinct().Count());
        Assert.Equal(60, pages.Count);
    }

    [Fact]
    public async Task The_beginning_of_a_word_is_still_found() => Assert.Equal(60, (await FindAsync("whal")).Matches);

    [Fact]
    public async Task A_word_that_no_paper_has_is_named() => Assert.Equal(["xyzzy"], (await FindAsync("whales xyzzy")).Unknown);

    [Fact]
    public async Task The_page_sets_off_the_words_in_the_sentence_that_has_them_and_nothing_in_it_is_markup()
    {
        var page = await site.Client.GetStringAsync("/papers?q=memory+models", Cancel);
        Assert.Contains("They adapt a large <mark>model</mark> with little <mark>memory</mark>.", page);
        page = await site.Client.GetStringAsync("/papers?q=tides&sort=votes", Cancel);
        Assert.Contains("Of &lt;b&gt;<mark>tides</mark>&lt;/b&gt;", page);
    }

    [Theory]
    [InlineData("au:garcia")]
    [InlineData("au:\"García, José\"")]
    [InlineData("au:j_garcia")]
    [InlineData("au:\"jose andres garcia\"")]
    [InlineData("squid au:li")]
    [InlineData("cat:q-bio.NC")]
    [InlineData("cat:q-bio.NC OR cat:q-bio.BM -whales")]
    [InlineData("date:2025-03 cat:cs.CL")]
    [InlineData("date:..2025-03-04 votes:>29 au:garcia")]
    [InlineData("votes:20..99")]
    [InlineData("id:2605.30004")]
    [InlineData("ti:squid eyes")]
    [InlineData("\"of the deep\"")]
    [InlineData("deep votes:>20")]
    public async Task Operators_find_what_really_matches_with_words_and_without(string query) =>
        Assert.Equal(["2605.30004"], (await FindAsync(query)).Papers.Where(p => !p.ArxivId.StartsWith("2604", StringComparison.Ordinal)).Select(p => p.ArxivId));

    [Theory]
    [InlineData("au:\"mei garcia\"")]
    [InlineData("au:squid")]
    [InlineData("squid au:lovelace")]
    [InlineData("squid date:2026..")]
    [InlineData("squid -eye")]
    [InlineData("\"the deep of\"")]
    [InlineData("votes:30 has:code")]
    [InlineData("by:nobody")]
    [InlineData("id:2605.30004 -squid")]
    public async Task What_does_not_match_is_not_found(string query)
    {
        Assert.Empty((await FindAsync(query)).Papers);
    }

    [Fact]
    public async Task What_was_understood_is_shown_with_a_way_to_take_it_out()
    {
        var page = await site.Client.GetStringAsync($"/papers?q={Uri.EscapeDataString("squid au:garcia votes:>20")}", Cancel);
        Assert.Contains("href=\"/papers?q=squid%20votes%3A%3E20\"", page);
        Assert.Contains("Remove the filter: by garcia", page);
        Assert.Contains("<mark>Squid</mark>", page);
        Assert.Contains("2605.30004", await site.Client.GetStringAsync("/papers.atom?q=au%3Agarcia", Cancel));
        Assert.Contains("2605.30004", await site.Client.GetStringAsync("/api/papers/search?q=au%3Agarcia", Cancel));
        Assert.Equal("2605.30004", Assert.Single(await Finder.SuggestAsync(SearchQuery.Of("au:garcia"), Cancel)).ArxivId);
    }

    [Fact]
    public async Task Without_words_to_rank_by_the_newest_come_first_and_votes_can_sort()
    {
        var newest = await FindAsync("ti:whales OR au:nobody date:2026");
        Assert.NotEmpty(newest.Papers);
        var listed = await FindAsync("votes:>100", ListOrder.Votes);
        Assert.Equal(("2604.30159", true, false), (listed.Papers[0].ArxivId, listed.IsSortable, listed.IsRanked));
    }

    [Fact]
    public async Task A_word_that_no_paper_has_is_corrected_and_said_to_be_with_a_way_back()
    {
        Assert.Equal((60, "whales"), ((await FindAsync("whalse")).Matches, (await FindAsync("whalse")).Corrected?.Text));
        var page = await site.Client.GetStringAsync("/papers?q=whalse", Cancel);
        Assert.Contains("These are the papers for “whales”", page);
        Assert.Contains("href=\"/papers?q=whalse&amp;exact=true\"", page);
        page = await site.Client.GetStringAsync("/papers?q=whalse&exact=true", Cancel);
        Assert.DoesNotContain("These are the papers", page);
        Assert.DoesNotContain("data-arxiv-id", page);
    }

    [Fact]
    public async Task What_was_found_is_counted_by_category_and_year_each_a_link_that_narrows_the_search()
    {
        var page = await site.Client.GetStringAsync("/papers?q=deep+OR+memory", Cancel);
        Assert.Contains("href=\"/papers?q=deep%20OR%20memory%20cat%3Aq-bio.NC\" rel=\"nofollow\">q-bio.NC <span>1</span>", page);
        Assert.Contains("href=\"/papers?q=deep%20OR%20memory%20date%3A2025\" rel=\"nofollow\">2025 <span>1</span>", page);
        Assert.Equal("2605.30004", Assert.Single((await FindAsync("deep OR memory cat:q-bio.NC")).Papers).ArxivId);
    }

    [Fact]
    public async Task A_paper_shows_those_like_it()
    {
        Assert.Equal("2605.30002", (await Finder.SimilarAsync("2605.30001", 5, Cancel))[0].ArxivId);
        Assert.Contains("Similar papers", await site.Client.GetStringAsync("/papers/2605.30001", Cancel));
    }

    private Task<SearchResult> FindAsync(string query, ListOrder? order = null) => Finder.FindAsync(SearchQuery.Of(query), SearchChoice.All with { Order = order }, 1, Cancel);

    private static Paper Written(string arxivId, string title, string text, int votes)
    {
        var paper = Some.Paper(arxivId);
        (paper.Title, paper.Abstract, paper.VoteCount) = (title, text, votes);
        paper.SearchText = SearchText.Of(title, paper.Authors);
        return paper;
    }
}
