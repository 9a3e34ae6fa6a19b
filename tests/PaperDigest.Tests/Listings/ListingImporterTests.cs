using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>Each test has a database of its own: what a listing changes can only be seen in an empty catalogue.</summary>
public sealed class ListingImporterTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private readonly DateTimeOffset _now = TestClock.Noon;
    private ListingImporter _importer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _importer = new ListingImporter(_database.Source);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_listing_is_stored_with_papers_authors_in_order_categories_versions_and_counts()
    {
        var import = await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00002"), Paper("2605.00001", ListingSection.Cross, 1, "cs.CV", "cs.CL")));

        Assert.Equal(new ListingImport(1, 1, 0, 0), import);
        Assert.Equal(
            """
            paper 2605.00001 v1 2026-05-12 {"Ada Lovelace","Zheng Wang","Zheng Wang"} {cs.CV,cs.CL}
            paper 2605.00002 v1 2026-05-12 {"Ada Lovelace","Zheng Wang","Zheng Wang"} {cs.CL,cs.AI}
            category 2605.00001 cs.CL 2026-05-12
            category 2605.00001 cs.CV 2026-05-12
            category 2605.00002 cs.AI 2026-05-12
            category 2605.00002 cs.CL 2026-05-12
            version 2605.00001 v1 2026-05-12
            version 2605.00002 v1 2026-05-12
            listing 2026-05-12 cs.CL feed 2
            entry 2026-05-12 cs.CL 1 2605.00002 new v1
            entry 2026-05-12 cs.CL 2 2605.00001 cross v1
            day 2026-05-12 1 new 1 cross 0 replaced
            """,
            await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task Storing_a_listing_again_changes_nothing_and_reports_all_unchanged()
    {
        var listing = Many(Tuesday, "cs.CL", 1, 30);
        await ImportAsync(listing);
        var before = await WholeRowsAsync();

        var again = await _importer.ImportAsync(listing, _now.AddHours(1), Cancel);

        Assert.Equal(new ListingImport(0, 0, 0, 30), again);
        Assert.Equal(before, await WholeRowsAsync());
    }

    [Fact]
    public async Task A_shorter_repeat_deletes_nothing_and_says_how_many_are_missing()
    {
        await ImportAsync(Many(Tuesday, "cs.CL", 1, 10));

        var shorter = await ImportAsync(Many(Tuesday, "cs.CL", 1, 4));
        var emptier = await ImportAsync(Listing(Tuesday, "cs.CL"));

        Assert.Equal(new ListingImport(0, 0, 0, 4) { Missing = 6 }, shorter);
        Assert.Equal(new ListingImport(0, 0, 0, 0) { Missing = 10 }, emptier);
        Assert.Equal(10, await _database.ScalarAsync<int>("SELECT entry_count FROM listings"));
    }

    [Fact]
    public async Task A_longer_repeat_adds_what_is_new()
    {
        await ImportAsync(Many(Tuesday, "cs.CL", 1, 4));

        Assert.Equal(new ListingImport(6, 0, 0, 4), await ImportAsync(Many(Tuesday, "cs.CL", 1, 10)));
        Assert.Equal(10, await _database.ScalarAsync<int>("SELECT new_count FROM listing_days"));
    }

    [Fact]
    public async Task A_paper_in_two_categories_counts_once_and_as_new()
    {
        await ImportAsync(Listing(Tuesday, "cs.AI", Paper("2605.00001", ListingSection.Cross), Paper("2605.00002", ListingSection.Cross)));
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001"), Paper("2605.00003", ListingSection.Replace, 2)));

        Assert.Equal("1 new 1 cross 1 replaced", await _database.ScalarAsync<string>(
            "SELECT format('%s new %s cross %s replaced', new_count, cross_count, replaced_count) FROM listing_days"));
    }

    [Fact]
    public async Task A_newer_version_replaces_the_paper_and_its_categories()
    {
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001", ListingSection.New, 1, "cs.CL", "cs.AI")));
        await ImportAsync(Listing(Wednesday, "cs.CL", Paper("2605.00001", ListingSection.Replace, 2, "cs.CL", "cs.LG")));

        var text = await CatalogueText.OfAsync(_database.Source, Cancel);
        Assert.Contains("paper 2605.00001 v2 2026-05-12", text, StringComparison.Ordinal);
        Assert.Contains("{cs.CL,cs.LG}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cs.AI", text, StringComparison.Ordinal);
        Assert.Contains("version 2605.00001 v1 2026-05-12\nversion 2605.00001 v2 2026-05-13", text, StringComparison.Ordinal);
        Assert.Equal("Paper 2605.00001, version 2", await _database.ScalarAsync<string>("SELECT title FROM papers"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_older_or_equal_version_never_overwrites(int version)
    {
        await ImportAsync(Listing(Wednesday, "cs.CL", Paper("2605.00001", ListingSection.Replace, 2) with { Title = "As it stands" }));
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001", ListingSection.New, version) with { Title = "As it was" }));

        Assert.Equal("As it stands", await _database.ScalarAsync<string>("SELECT title FROM papers"));
        Assert.Equal(2, await _database.ScalarAsync<int>("SELECT version FROM papers"));
    }

    [Fact]
    public async Task Another_source_of_the_same_version_adds_what_was_not_known()
    {
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")));
        await ImportAsync(Listing(Tuesday, "cs.AI", Paper("2605.00001", ListingSection.Cross, 1, "cs.CL", "cs.AI", "cs.LG") with { Comments = "12 pages", SubmittedAt = _now }));

        Assert.Equal("12 pages {cs.CL,cs.AI,cs.LG}", await _database.ScalarAsync<string>("SELECT comments || ' ' || categories::text FROM papers WHERE submitted_at IS NOT NULL"));
        Assert.Equal(3L, await _database.ScalarAsync<long>("SELECT count(*) FROM paper_categories"));
    }

    [Fact]
    public async Task A_later_cross_listing_does_not_move_the_first_day()
    {
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")));
        await ImportAsync(Listing(Wednesday, "cs.LG", Paper("2605.00001", ListingSection.Cross, 1, "cs.CL", "cs.LG")));

        Assert.Equal(Tuesday, await _database.ScalarAsync<DateOnly>("SELECT first_listed FROM papers"));
        Assert.Equal(Tuesday, await _database.ScalarAsync<DateOnly>("SELECT max(first_listed) FROM paper_categories"));
    }

    [Fact]
    public async Task An_earlier_listing_lowers_the_first_day_of_the_paper_and_its_categories()
    {
        await ImportAsync(Listing(Wednesday, "cs.LG", Paper("2605.00001", ListingSection.Cross)));
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")));

        Assert.Equal(Tuesday, await _database.ScalarAsync<DateOnly>("SELECT first_listed FROM papers"));
        Assert.Equal(Tuesday, await _database.ScalarAsync<DateOnly>("SELECT max(first_listed) FROM paper_categories"));
        Assert.Equal(Tuesday, await _database.ScalarAsync<DateOnly>("SELECT listed_on FROM paper_versions"));
    }

    [Fact]
    public async Task An_old_paper_that_is_cross_listed_or_replaced_does_not_pass_for_a_new_one()
    {
        await ImportAsync(Listing(Tuesday, "cs.LG", Paper("2301.00001", ListingSection.Cross), Paper("2604.00002", ListingSection.Replace, 3), Paper("2604.00003")));

        Assert.Equal("{2023-02-04,2026-05-04,2026-05-12}", await _database.ScalarAsync<string>("SELECT array_agg(first_listed ORDER BY arxiv_id)::text FROM papers"));
    }

    [Fact]
    public async Task A_feed_takes_the_place_of_a_reconstruction_and_never_the_other_way_round()
    {
        var guessed = Listing(Tuesday, "cs.CL", Paper("2605.00001"), Paper("2605.00002")) with { Source = ListingSource.Oai };
        var announced = Listing(Tuesday, "cs.CL", Paper("2605.00001", ListingSection.Cross), Paper("2605.00002"));

        await ImportAsync(guessed);
        var corrected = await ImportAsync(announced);
        var guessedAgain = await ImportAsync(guessed);

        Assert.Equal(new ListingImport(0, 1, 0, 1), corrected);
        Assert.Equal(new ListingImport(0, 0, 0, 0) { NotAnnounced = 2 }, guessedAgain);
        var text = await CatalogueText.OfAsync(_database.Source, Cancel);
        Assert.Contains("cs.CL feed 2", text, StringComparison.Ordinal);
        Assert.Contains("2605.00001 cross", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_changed_after_its_listing_is_not_announced_again()
    {
        await ImportAsync(Listing(Tuesday, "cs.CL", Paper("2605.00001")));

        var import = await ImportAsync(Listing(Wednesday, "cs.CL", Paper("2605.00001") with { JournalRef = "Annals 3" }) with { Source = ListingSource.Oai });

        Assert.Equal(new ListingImport(0, 0, 0, 0) { NotAnnounced = 1 }, import);
        Assert.Equal("Annals 3", await _database.ScalarAsync<string>("SELECT journal_ref FROM papers"));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM listings"));
    }

    [Fact]
    public async Task Importers_of_the_same_and_of_overlapping_listings_at_once_give_the_result_of_one_after_the_other()
    {
        CategoryListing[] listings =
        [
            Many(Tuesday, "cs.CL", 1, 300), Many(Tuesday, "cs.AI", 100, 300, ListingSection.Cross), Many(Wednesday, "cs.LG", 50, 300, ListingSection.Cross),
            Many(Tuesday, "cs.LG", 1, 400, ListingSection.Cross),
        ];
        await Task.WhenAll(listings.Concat(listings.Reverse()).Select(ImportAsync));
        var atOnce = await CatalogueText.OfAsync(_database.Source, Cancel);

        var other = new TestDatabase(server);
        await other.InitializeAsync();
        foreach (var listing in listings) await new ListingImporter(other.Source).ImportAsync(listing, _now, Cancel);
        Assert.Equal(await CatalogueText.OfAsync(other.Source, Cancel), atOnce);
        await other.DisposeAsync();
    }

    [Theory]
    [InlineData("papers")]
    [InlineData("paper_versions")]
    [InlineData("listing_entries")]
    [InlineData("listing_days")]
    public async Task A_failure_in_the_middle_stores_nothing(string table)
    {
        await _database.ExecuteAsync(
            $"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''the disk is full''; END';
            CREATE TRIGGER refuse AFTER INSERT ON {table} EXECUTE FUNCTION refuse();
            """);

        await Assert.ThrowsAsync<PostgresException>(() => ImportAsync(Many(Tuesday, "cs.CL", 1, 30)));
        Assert.Equal("", await CatalogueText.OfAsync(_database.Source, Cancel));

        await _database.ExecuteAsync($"DROP TRIGGER refuse ON {table}");
        Assert.Equal(new ListingImport(30, 0, 0, 0), await ImportAsync(Many(Tuesday, "cs.CL", 1, 30)));
    }

    private Task<ListingImport> ImportAsync(CategoryListing listing) => _importer.ImportAsync(listing, _now, Cancel);

    /// <summary>Every column of every row, with the instants of the last change.</summary>
    private Task<string> WholeRowsAsync() => _database.ScalarAsync<string>(
        """
        SELECT string_agg(t::text, E'\n') FROM (
            SELECT p::text FROM papers p UNION ALL SELECT v::text FROM paper_versions v UNION ALL SELECT c::text FROM paper_categories c
            UNION ALL SELECT l::text FROM listings l UNION ALL SELECT e::text FROM listing_entries e UNION ALL SELECT d::text FROM listing_days d
            ORDER BY 1) AS t
        """);
}
