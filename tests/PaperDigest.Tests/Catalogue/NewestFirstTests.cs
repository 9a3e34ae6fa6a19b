using System.Net;
using PaperDigest.Catalogue;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Catalogue;

public sealed class NewestFirstTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Following_the_link_to_older_papers_shows_a_category_whole_and_nothing_twice()
    {
        // Sixty a day, so that pages end within days and at their ends.
        var stored = await StoreAsync("cs.DB", days: 3, aDay: 60, from: 1);

        var (shown, pages) = await WalkAsync("/categories/cs.DB");

        Assert.Equal(stored, shown);
        Assert.Equal(4, pages);
    }

    [Fact]
    public async Task Papers_that_arrive_while_one_reads_move_nothing()
    {
        var stored = await StoreAsync("cs.OS", days: 2, aDay: 60, from: 1001);
        var first = await site.Client.ReadAsync("/categories/cs.OS");
        await StoreAsync("cs.OS", days: 1, aDay: 10, from: 2001, start: new DateOnly(2026, 5, 20));

        var second = await site.Client.ReadAsync(Html.Link(first, "Older")!);

        Assert.Equal(stored.Skip(50).Take(50), Html.Papers(second));
    }

    [Fact]
    public async Task An_authors_papers_are_those_of_exactly_that_name()
    {
        await AddAsync(Some.Paper("2605.70001"), "Grace Hopper", "Émilie du Châtelet");
        await AddAsync(Some.Paper("2605.70002"), "Grace Hopper-Smith");

        Assert.Equal(["2605.70001"], Html.Papers(await site.Client.ReadAsync("/authors/Grace%20Hopper")));
        Assert.Equal(["2605.70001"], Html.Papers(await site.Client.ReadAsync(PaperLinks.Author("Émilie du Châtelet"))));
        await site.Client.ReadAsync("/authors/grace%20hopper", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_name_with_a_slash_has_its_page()
    {
        await AddAsync(Some.Paper("2605.70003"), "ACME/Example Lab");
        Assert.Equal(["2605.70003"], Html.Papers(await site.Client.ReadAsync(PaperLinks.Author("ACME/Example Lab"))));
    }

    [Theory]
    [InlineData("/categories/cs.XX")]
    [InlineData("/categories/cs.CL?before=nonsense")]
    [InlineData("/authors/Nobody%20Known")]
    public async Task A_list_of_nothing_is_not_found(string path) => await site.Client.ReadAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task A_category_in_other_letters_leads_to_its_name()
    {
        using var answer = await site.Client.GetAsync("/categories/cs.lg", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/categories/cs.LG", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<(List<string> Shown, int Pages)> WalkAsync(string path)
    {
        var shown = new List<string>();
        var pages = 0;
        for (var next = path; next is not null; pages++)
        {
            var page = await site.Client.ReadAsync(next);
            shown.AddRange(Html.Papers(page));
            next = Html.Link(page, "Older");
        }
        return (shown, pages);
    }

    /// <summary>Stores papers of a category and returns their ids, newest first.</summary>
    private async Task<List<string>> StoreAsync(string category, int days, int aDay, int from, DateOnly? start = null)
    {
        await using var db = site.Database.Open();
        var stored = new List<string>();
        for (var n = 0; n < days * aDay; n++)
        {
            var (id, day) = ($"2605.{from + n:00000}", (start ?? new DateOnly(2026, 5, 12)).AddDays(n / aDay));
            db.Papers.Add(Some.Paper(id, day, category));
            db.PaperCategories.Add(new PaperCategory { ArxivId = id, Category = category, FirstListed = day });
            stored.Insert(0, id);
        }
        await db.SaveChangesAsync();
        return stored;
    }

    private async Task AddAsync(Paper paper, params string[] authors)
    {
        paper.Authors = authors;
        await using var db = site.Database.Open();
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
    }
}
