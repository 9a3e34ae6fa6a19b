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
