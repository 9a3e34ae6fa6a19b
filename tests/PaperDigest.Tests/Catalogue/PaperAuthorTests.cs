using Microsoft.EntityFrameworkCore;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Catalogue;

public sealed class PaperAuthorTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Id = "2605.00001";

    public async ValueTask InitializeAsync()
    {
        await using var db = database.Open();
        db.Papers.Add(Some.Paper(Id, new DateOnly(2026, 5, 12)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await database.ExecuteAsync("DELETE FROM papers");

    [Fact]
    public async Task A_paper_stands_under_each_of_its_authors() =>
        Assert.Equal(["Ada Lovelace 2026-05-12", "Charles Babbage 2026-05-12"], await RowsAsync());

    [Fact]
    public async Task Two_authors_of_one_name_are_one_name_to_look_under()
    {
        await database.ExecuteAsync($"UPDATE papers SET authors = ARRAY['Zheng Wang', 'Ada Lovelace', 'Zheng Wang'] WHERE arxiv_id = '{Id}'");
        Assert.Equal(["Ada Lovelace 2026-05-12", "Zheng Wang 2026-05-12"], await RowsAsync());
    }

    [Fact]
    public async Task The_day_moves_with_the_papers_first_listing()
    {
        await database.ExecuteAsync($"UPDATE papers SET first_listed = '2026-05-11' WHERE arxiv_id = '{Id}'");
        Assert.Equal(["Ada Lovelace 2026-05-11", "Charles Babbage 2026-05-11"], await RowsAsync());
    }

    [Fact]
    public async Task A_vote_touches_no_row()
    {
        var before = await database.ScalarAsync<string>("SELECT string_agg(ctid::text, ' ' ORDER BY author) FROM paper_authors");
        await database.ExecuteAsync($"UPDATE papers SET vote_count = vote_count + 1 WHERE arxiv_id = '{Id}'");
        Assert.Equal(before, await database.ScalarAsync<string>("SELECT string_agg(ctid::text, ' ' ORDER BY author) FROM paper_authors"));
    }

    [Fact]
    public async Task A_page_of_text_in_the_place_of_a_name_spoils_no_paper()
    {
        // Random, because what packs well would fit into an index all the same.
        var text = "(SELECT string_agg(md5(n::text), '') FROM generate_series(1, 1000) AS n)";
        await database.ExecuteAsync($"UPDATE papers SET authors = ARRAY[{text}, 'Ada Lovelace'] WHERE arxiv_id = '{Id}'");
        Assert.Equal(["Ada Lovelace 2026-05-12"], await RowsAsync());
    }

    [Fact]
    public async Task The_rows_go_with_the_paper()
    {
        await database.ExecuteAsync($"DELETE FROM papers WHERE arxiv_id = '{Id}'");
        Assert.Empty(await RowsAsync());
    }

    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        await using var db = database.Open();
        return await db.PaperAuthors.OrderBy(a => a.Author).Select(a => $"{a.Author} {a.FirstListed:yyyy-MM-dd}").ToListAsync(TestContext.Current.CancellationToken);
    }
}
