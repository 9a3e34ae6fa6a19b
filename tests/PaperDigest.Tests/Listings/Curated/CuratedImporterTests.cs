using PaperDigest.Listings;
using PaperDigest.Tests.Sources.HuggingFace;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;

namespace PaperDigest.Tests.Listings.Curated;

public sealed class CuratedImporterTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = TestClock.Noon.AddHours(-6);
    private readonly TestDatabase _database = new(server);
    private CuratedImporter _importer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _importer = new CuratedImporter(_database.Source);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Papers_that_the_catalogue_lacks_are_added_without_categories()
    {
        Assert.Equal(new CuratedChange(2, 0, 0, 0), await SeeAsync(Morning, Papers(Of("2605.00001"), Of("2605.00002"))));

        Assert.Equal("2605.00001 {\"Ada Lovelace\",\"Charles Babbage\"} {} v1 2026-05-11 7 2",
            await _database.ScalarAsync<string>("SELECT format('%s %s %s v%s %s %s %s', arxiv_id, authors, categories, version, first_listed, outside_votes, outside_comments) FROM papers WHERE arxiv_id = '2605.00001'"));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM paper_versions"));
        Assert.Equal("1 2605.00001 grace", await _database.ScalarAsync<string>("SELECT format('%s %s %s', position, arxiv_id, submitted_by) FROM curated_entries ORDER BY position LIMIT 1"));
    }

    [Fact]
    public async Task A_paper_that_arXiv_announced_keeps_what_arXiv_said_of_it()
    {
        await new ListingImporter(_database.Source).ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")), Morning, Cancel);

        Assert.Equal(new CuratedChange(0, 1, 0, 0), await SeeAsync(Morning, Papers(Of("2605.00001"))));

        Assert.Equal("Paper 2605.00001, version 1 {cs.CL,cs.AI} 7", await _database.ScalarAsync<string>("SELECT format('%s %s %s', title, categories, outside_votes) FROM papers"));
        Assert.Equal("1 0", await _database.ScalarAsync<string>("SELECT format('%s %s', new_count, cross_count) FROM listing_days"));
    }

    [Fact]
    public async Task A_curated_paper_that_arXiv_announces_later_gets_its_categories()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001")));

        await new ListingImporter(_database.Source).ImportAsync(Listing(Wednesday, "cs.CL", Paper("2605.00001")), Morning, Cancel);

        Assert.Equal("{cs.CL,cs.AI}", await _database.ScalarAsync<string>("SELECT categories::text FROM papers"));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM paper_categories"));
    }

    [Fact]
    public async Task Seen_again_unchanged_it_writes_nothing()
    {
        var papers = Papers(Of("2605.00001"), Of("2605.00002"));
        await _importer.StoreAsync(CuratedDay.Recorded(Tuesday, papers), Morning, Cancel);
        var before = await RowsAsync();

        Assert.Equal(new CuratedChange(0, 0, 0, 2), await _importer.StoreAsync(CuratedDay.Recorded(Tuesday, papers), Morning.AddHours(1), Cancel));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Four_processes_that_see_one_list_at_once_store_it_once()
    {
        var papers = Papers([.. Enumerable.Range(1, 40).Select(n => Of($"2605.{n:00000}"))]);

        var changes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _importer.StoreAsync(CuratedDay.Recorded(Tuesday, papers), Morning, Cancel)));

        Assert.Equal(40, changes.Sum(c => c.New));
        Assert.Equal(120, changes.Sum(c => c.Unchanged));
        Assert.Equal(40L, await _database.ScalarAsync<long>("SELECT count(*) FROM vote_observations"));
    }

    [Fact]
    public async Task Votes_are_kept_as_a_series_of_their_changes()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001", votes: 7)));
        await SeeAsync(Morning.AddHours(1), Papers(Of("2605.00001", votes: 7)));
        Assert.Equal(new CuratedChange(0, 0, 1, 0), await SeeAsync(Morning.AddHours(2), Papers(Of("2605.00001", votes: 19))));

        Assert.Equal("7 at 10, 19 at 12", await SeriesAsync());
        Assert.Equal(19, await _database.ScalarAsync<int>("SELECT outside_votes FROM papers"));
        Assert.Equal(Morning.AddHours(2).UtcDateTime, await _database.ScalarAsync<DateTime>("SELECT observed_at FROM curated_listings"));
    }

    [Fact]
    public async Task A_recording_of_earlier_adds_to_the_series_and_does_not_undo_what_was_seen_since()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001", votes: 30)));

        await _importer.StoreAsync(CuratedDay.Recorded(Tuesday, Papers(Of("2605.00001", votes: 4))), Morning.AddDays(3), Cancel);

        Assert.Equal("4 at 0, 30 at 10", await SeriesAsync());
        Assert.Equal(30, await _database.ScalarAsync<int>("SELECT outside_votes FROM papers"));
        Assert.Equal(30, await _database.ScalarAsync<int>("SELECT votes FROM outside_papers"));
    }

    [Fact]
    public async Task Fields_that_are_missing_now_stay_as_they_were_known()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001")));
        await SeeAsync(Morning.AddHours(1), Papers(Of("2605.00001").With("upvotes", "many").With("githubRepo", null).With("ai_keywords", null).With("ai_summary", null)));

        Assert.Equal("7 https://github.com/example/engine {engines,Notes} An engine is described. example/model",
            await _database.ScalarAsync<string>("SELECT format('%s %s %s %s %s', votes, code_url, keywords, summary, summary_model) FROM outside_papers"));
    }

    [Fact]
    public async Task The_model_of_a_summary_goes_with_the_summary()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001")));
        await SeeAsync(Morning.AddHours(1), Papers(Of("2605.00001").With("ai_summary", "Another one.").With("ai_summary_model", null)));

        Assert.Equal("Another one. by ", await _database.ScalarAsync<string>("SELECT format('%s by %s', summary, summary_model) FROM outside_papers"));
    }

    [Fact]
    public async Task A_paper_that_left_the_list_stays_and_is_counted()
    {
        await SeeAsync(Morning, Papers(Of("2605.00001"), Of("2605.00002")));

        Assert.Equal(1, (await SeeAsync(Morning.AddHours(1), Papers(Of("2605.00002")))).Missing);

        Assert.Equal(2, await _database.ScalarAsync<int>("SELECT entry_count FROM curated_listings"));
    }

    [Fact]
    public async Task A_day_without_a_choice_is_known_and_shows_nothing()
    {
        await SeeAsync(Morning, []);

        Assert.Equal(0, await _database.ScalarAsync<int>("SELECT entry_count FROM curated_listings"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days"));
    }

    [Fact]
    public async Task New_votes_make_every_day_of_the_paper_be_put_in_order_again()
    {
        await new ListingImporter(_database.Source).ImportAsync(Listing(Wednesday, "cs.CL", Paper("2605.00001"), Paper("2605.00002")), Morning, Cancel);
        await SeeAsync(Morning, Papers(Of("2605.00001")));
        await _database.ExecuteAsync($"UPDATE listing_days SET ranked_at = '{Morning.AddHours(1):O}'");

        await SeeAsync(Morning.AddHours(2), Papers(Of("2605.00001", votes: 8)));

        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days WHERE changed_at > ranked_at"));
        await _database.ExecuteAsync($"UPDATE listing_days SET ranked_at = '{Morning.AddHours(3):O}'");
        await SeeAsync(Morning.AddHours(4), Papers(Of("2605.00001", votes: 8)));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days WHERE changed_at > ranked_at"));
    }

    private Task<CuratedChange> SeeAsync(DateTimeOffset at, IReadOnlyList<PaperDigest.Sources.HuggingFace.DailyPaper> papers) =>
        _importer.StoreAsync(new CuratedDay(Tuesday, papers, at), at, Cancel);

    private Task<string> SeriesAsync() => _database.ScalarAsync<string>(
        "SELECT string_agg(format('%s at %s', votes, extract(hour FROM observed_at AT TIME ZONE 'UTC')), ', ' ORDER BY observed_at) FROM vote_observations");

    /// <summary>Where each row is and who wrote it last: equal texts, not one row written.</summary>
    private Task<string> RowsAsync() => _database.ScalarAsync<string>(
        """
        SELECT string_agg(line, ',' ORDER BY line) FROM (
            SELECT format('p%s %s', ctid, xmin) AS line FROM papers UNION ALL SELECT format('o%s %s', ctid, xmin) FROM outside_papers
            UNION ALL SELECT format('e%s %s', ctid, xmin) FROM curated_entries UNION ALL SELECT format('v%s %s', ctid, xmin) FROM vote_observations
            UNION ALL SELECT format('l%s %s', ctid, xmin) FROM curated_listings UNION ALL SELECT format('d%s %s', ctid, xmin) FROM listing_days) AS rows
        """);
}
