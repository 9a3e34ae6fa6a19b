using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Search;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Search;

public sealed class PaperSearchTests(PaperSearchTests.Library library) : IClassFixture<PaperSearchTests.Library>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PaperSearch Search => new(library.Database.Source);

    [Theory]
    [InlineData("Schrodinger equations", "2605.00001")]
    [InlineData("SCHRÖDINGER", "2605.00001")]
    [InlineData("antonio gonzalez", "2605.00001")]
    [InlineData("González António", "2605.00001")]
    [InlineData("equation solving schrod", "2605.00001")]
    [InlineData("gonzalez schrodinger", "2605.00001")]
    [InlineData("an AI", "2605.00002")]
    [InlineData("gpt-4", "2605.00002")]
    [InlineData("100% of_it", "2605.00002")]
    public async Task All_words_are_found_in_any_order_and_without_their_accents(string typed, string found) =>
        Assert.Equal([found], await FindAsync(typed));

    [Theory]
    [InlineData("schrodinger cooking")]
    [InlineData("quation")]
    [InlineData("ai schrodinger")]
    [InlineData("q")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%%% %_% ___")]
    [InlineData("")]
    public async Task What_does_not_match_in_full_is_not_found(string typed) => Assert.Empty(await FindAsync(typed));

    [Fact]
    public async Task The_newest_come_first_a_page_at_a_time_and_many_are_not_counted_to_the_end()
    {
        var first = await Search.FindAsync(SearchQuery.Of("common matter"), SearchChoice.All, 1, Cancel);
        var last = await Search.FindAsync(SearchQuery.Of("common matter"), SearchChoice.All, 11, Cancel);

        Assert.Equal("2604.00260", first.Papers[0].ArxivId);
        Assert.Equal((PaperSearch.PageLength, PaperSearch.MostCounted + 1, true), (first.Papers.Count, first.Matches, first.HasNext));
        Assert.Equal((10, "2604.00001", false), (last.Papers.Count, last.Papers[^1].ArxivId, last.HasNext));
    }

    [Theory]
    [InlineData("solving schr", "2605.00001")]
    [InlineData("arXiv:2605.00002v3", "2605.00002")]
    [InlineData("an a", "2605.00002")]
    public async Task Suggestions_follow_the_typing(string typed, string found) =>
        Assert.Equal([found], (await Search.SuggestAsync(SearchQuery.Of(typed), Cancel)).Select(s => s.ArxivId));

    [Fact]
    public async Task There_are_at_most_eight_suggestions() => Assert.Equal(8, (await Search.SuggestAsync(SearchQuery.Of("comm"), Cancel)).Count);

    [Theory]
    [InlineData("2605.00001")]
    [InlineData("https://arxiv.org/abs/2605.00001v2")]
    [InlineData(" arXiv:2605.00001 ")]
    [InlineData("https://doi.org/10.48550/arXiv.2605.00001")]
    [InlineData("https://huggingface.co/papers/2605.00001")]
    [InlineData("alphaxiv.org/abs/2605.00001v1")]
    public async Task An_id_or_address_of_a_known_paper_is_recognised(string typed) =>
        Assert.Equal("2605.00001", await Search.IdOfAsync(PaperAddress.Of(typed)!, Cancel));

    [Theory]
    [InlineData("2605.99999")]
    [InlineData("https://arxiv.org/abs/2605.99999")]
    [InlineData("equations")]
    public async Task Anything_else_is_no_id(string typed) => Assert.Null(PaperAddress.Of(typed) is { } address ? await Search.IdOfAsync(address, Cancel) : null);

    [Fact]
    public async Task A_search_that_the_next_key_cancels_gives_its_connection_back()
    {
        using var key = new CancellationTokenSource();
        var pool = new NpgsqlDataSourceBuilder(library.Database.ConnectionString) { ConnectionStringBuilder = { MaxPoolSize = 1, Timeout = 2 } };
        // Pressed between the opening of the connection and the first statement on it.
        pool.UsePhysicalConnectionInitializer(_ => key.Cancel(), _ =>
        {
            key.Cancel();
            return Task.CompletedTask;
        });
        await using var database = pool.Build();
        var search = new PaperSearch(database);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.SuggestAsync(SearchQuery.Of("schrodinger"), key.Token));

        Assert.Single(await search.SuggestAsync(SearchQuery.Of("schrodinger"), Cancel));
    }

    private async Task<string[]> FindAsync(string typed) =>
        [.. (await Search.FindAsync(SearchQuery.Of(typed), SearchChoice.All, 1, Cancel)).Papers.Select(p => p.ArxivId)];

    /// <summary>Two papers to find, and 260 that share their words.</summary>
    public sealed class Library(PostgresServer server) : IAsyncLifetime
    {
        internal TestDatabase Database { get; } = new(server);

        public async ValueTask InitializeAsync()
        {
            await Database.InitializeAsync();
            await using var db = Database.Open();
            db.Papers.Add(Titled("2605.00001", "Solving Schrödinger equations", "António González", "Ada Lovelace"));
            db.Papers.Add(Titled("2605.00002", "What an AI knows: GPT-4 and 100% of it", "Charles Babbage"));
            for (var n = 1; n <= 260; n++) db.Papers.Add(Titled($"2604.{n:00000}", "A matter so common", "Nobody Inparticular"));
            await db.SaveChangesAsync();
        }

        public ValueTask DisposeAsync() => Database.DisposeAsync();

        private static Paper Titled(string arxivId, string title, params string[] authors)
        {
            var paper = Some.Paper(arxivId, new DateOnly(2026, arxivId.StartsWith("2605", StringComparison.Ordinal) ? 5 : 4, 12));
            (paper.Title, paper.Authors, paper.SearchText) = (title, authors, SearchText.Of(title, authors));
            return paper;
        }
    }
}
