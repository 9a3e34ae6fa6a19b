using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>How full records join what the catalogue knows. Each test has a database of its own.</summary>
public sealed class RecordImporterTests(PostgresServer server) : IAsyncLifetime
{
    private const string Id = "2605.00001";

    private static readonly DateOnly NextWeek = Wednesday.AddDays(7);

    private readonly TestDatabase _database = new(server);
    private RecordImporter _records = null!;
    private ListingImporter _listings = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        (_records, _listings) = (new RecordImporter(_database.Source), new ListingImporter(_database.Source));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_record_is_stored_with_all_its_versions_and_no_listing()
    {
        Assert.Equal(new RecordImport(1, 0, 0, 0), await StoreAsync(SomeRecord.Of(Id, 3)));

        Assert.Equal("v3 2026-05-12 2026-05-11 3 pages Ada Lovelace", await PaperAsync("format('v%s %s %s %s %s', version, first_listed, submitted_at::date, comments, submitter)"));
        Assert.Equal("1 2026-05-11, 2 2026-05-18, 3 2026-05-25", await VersionsAsync("version || ' ' || submitted_at::date"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days"));
    }

    [Fact]
    public async Task The_same_record_again_writes_not_one_row()
    {
        await StoreAsync(SomeRecord.Of(Id, 2));
        var before = await RowsAsync();

        Assert.Equal(new RecordImport(0, 0, 0, 1), await StoreAsync(SomeRecord.Of(Id, 2)));
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_newer_version_replaces_the_texts_and_the_old_ones_stay_with_the_old_version()
    {
        await StoreAsync(SomeRecord.Of(Id));
        var import = await StoreAsync(SomeRecord.Of(Id, 2, NextWeek) with { Authors = ["Ada Lovelace", "Mary Somerville"] });

        Assert.Equal(new RecordImport(0, 1, 0, 0), import);
        Assert.Equal($"Record {Id}, version 2 {{\"Ada Lovelace\",\"Mary Somerville\"}}", await PaperAsync("title || ' ' || authors::text"));
        Assert.Equal($"Record {Id}, version 1 What {Id}v1 found. {{\"Ada Lovelace\",\"Zheng Wang\"}}, -", await VersionsAsync("coalesce(title || ' ' || abstract || ' ' || authors::text, '-')"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM papers WHERE search_text LIKE '%zheng%'"));
    }

    [Fact]
    public async Task A_newer_version_from_a_feed_keeps_what_feeds_do_not_carry()
    {
        await StoreAsync(SomeRecord.Of(Id));
        await ImportAsync(Listing(NextWeek, "cs.CL", Paper(Id, ListingSection.Replace, 2)));

        Assert.Equal("v2 1 pages Ada Lovelace", await PaperAsync("format('v%s %s %s', version, comments, submitter)"));
        Assert.Equal($"Record {Id}, version 1, -", await VersionsAsync("coalesce(title, '-')"));
    }

    [Fact]
    public async Task A_later_record_of_the_same_version_overwrites_and_takes_away()
    {
        await StoreAsync(SomeRecord.Of(Id) with { Doi = "10.1000/1" });
        var import = await StoreAsync(SomeRecord.Of(Id, 1, Wednesday) with { Title = "Put right", Comments = null, Doi = "10.1000/2", Categories = ["cs.CL"] });

        Assert.Equal(new RecordImport(0, 0, 1, 0), import);
        Assert.Equal("Put right - 10.1000/2 {cs.CL} 2026-05-13", await PaperAsync("format('%s %s %s %s %s', title, coalesce(comments, '-'), doi, categories, recorded_on)"));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM paper_categories"));
    }

    [Fact]
    public async Task An_earlier_record_of_the_same_version_only_fills_gaps()
    {
        await StoreAsync(SomeRecord.Of(Id, 1, Wednesday) with { Comments = null });
        await StoreAsync(SomeRecord.Of(Id, 1, Tuesday) with { Title = "As it was", JournalReference = "Annals 3", Categories = ["cs.CL", "cs.LG"] });

        Assert.Equal($"Record {Id}, version 1 1 pages Annals 3 {{cs.CL,cs.AI}} 2026-05-13", await PaperAsync("format('%s %s %s %s %s', title, comments, journal_ref, categories, recorded_on)"));
    }

    [Fact]
    public async Task A_record_overwrites_what_a_feed_said_and_a_feed_never_what_a_record_said()
    {
        var feed = Listing(Tuesday, "cs.CL", Paper(Id) with { Title = "As the feed has it" });
        await ImportAsync(feed);
        await StoreAsync(SomeRecord.Of(Id));
        await ImportAsync(feed);

        Assert.Equal($"Record {Id}, version 1", await PaperAsync("title"));
    }

    [Fact]
    public async Task An_older_version_fills_its_own_row_and_touches_nothing_newer()
    {
        await StoreAsync(SomeRecord.Of(Id, 3, NextWeek));
        var import = await ImportAsync(Listing(Tuesday, "cs.CL", Paper(Id)));

        Assert.Equal(1, import.New);
        Assert.Equal($"Record {Id}, version 3 3 pages", await PaperAsync("title || ' ' || comments"));
        Assert.Equal($"Paper {Id}, version 1, -, -", await VersionsAsync("coalesce(title, '-')"));
    }

    [Fact]
    public async Task A_withdrawn_version_marks_the_paper_and_a_later_one_restores_it()
    {
        var withdrawn = SomeRecord.Of(Id, 2, Wednesday) with { Versions = [SomeRecord.Version(1), SomeRecord.Version(2, "I")] };
        await StoreAsync(SomeRecord.Of(Id));
        await StoreAsync(withdrawn);
        Assert.Equal("true", await PaperAsync("is_withdrawn::text"));

        await StoreAsync(SomeRecord.Of(Id, 3, NextWeek) with { Versions = [.. withdrawn.Versions, SomeRecord.Version(3)] });
        Assert.Equal("false", await PaperAsync("is_withdrawn::text"));
        Assert.Equal("false, true, false", await VersionsAsync("is_withdrawn::text"));
    }

    [Fact]
    public async Task Who_does_not_know_of_withdrawals_leaves_one_as_it_is_until_a_newer_version_comes()
    {
        await StoreAsync(SomeRecord.Of(Id) with { Versions = [SomeRecord.Version(1, "I")] });
        await StoreAsync(SomeRecord.Of(Id, 1, Wednesday) with { Versions = [SomeRecord.Version(1, null)], Comments = "Withdrawn, some say" });
        await ImportAsync(Listing(Wednesday, "cs.CL", Paper(Id)));
        Assert.Equal("true", await PaperAsync("is_withdrawn::text"));

        await ImportAsync(Listing(NextWeek, "cs.CL", Paper(Id, ListingSection.Replace, 2)));
        Assert.Equal("false", await PaperAsync("is_withdrawn::text"));
    }

    [Fact]
    public async Task Words_in_the_comments_withdraw_nothing()
    {
        await StoreAsync(SomeRecord.Of(Id) with { Comments = "This paper has been withdrawn by the author" });
        Assert.Equal("false", await PaperAsync("is_withdrawn::text"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_listing_is_the_one_that_is_known_whatever_came_first(bool listingFirst)
    {
        // Submitted on Monday afternoon, UTC: Tuesday's listing at the earliest. Moderation held it.
        if (!listingFirst) await StoreAsync(SomeRecord.Of(Id));
        await ImportAsync(Listing(NextWeek, "cs.CL", Paper(Id)));
        await StoreAsync(SomeRecord.Of(Id));

        Assert.Equal("2026-05-20", await PaperAsync("first_listed::text"));
        Assert.Equal(NextWeek, await _database.ScalarAsync<DateOnly>("SELECT min(first_listed) FROM paper_categories"));
    }

    [Fact]
    public async Task A_record_without_version_numbers_replaces_only_when_it_was_submitted_later()
    {
        await StoreAsync(SomeRecord.Of(Id));
        var untold = SomeRecord.Of(Id, 1, Wednesday) with { Versions = [], NewestSubmittedOn = new DateOnly(2026, 5, 11), Title = "Put right" };
        Assert.Equal(new RecordImport(0, 0, 1, 0), await StoreAsync(untold));
        Assert.Equal("v1 Put right", await PaperAsync("format('v%s %s', version, title)"));

        var later = untold with { Datestamp = NextWeek, NewestSubmittedOn = NextWeek, Title = "Anew" };
        Assert.Equal(new RecordImport(0, 1, 0, 0), await StoreAsync(later));
        Assert.Equal(new RecordImport(0, 0, 0, 1), await StoreAsync(later));
        Assert.Equal("v2 Anew", await PaperAsync("format('v%s %s', version, title)"));
        Assert.Equal("Put right 2026-05-11, - -", await VersionsAsync("format('%s %s', coalesce(title, '-'), coalesce((submitted_at::date)::text, '-'))"));
    }

    [Fact]
    public async Task Affiliations_stand_beside_their_authors_and_go_with_them()
    {
        await StoreAsync(SomeRecord.Of(Id) with { Affiliations = ["London", ""] });
        await ImportAsync(Listing(NextWeek, "cs.CL", Paper(Id, ListingSection.Replace, 2) with { Authors = ["Ada Lovelace", "Zheng Wang"] }));
        Assert.Equal("{London,\"\"}", await PaperAsync("affiliations::text"));

        await ImportAsync(Listing(NextWeek.AddDays(1), "cs.CL", Paper(Id, ListingSection.Replace, 3) with { Authors = ["Zheng Wang"] }));
        Assert.Equal("-", await PaperAsync("coalesce(affiliations::text, '-')"));
    }

    [Fact]
    public async Task A_paper_of_a_curated_list_gets_its_categories()
    {
        await StoreAsync(SomeRecord.Of(Id) with { Datestamp = null, Categories = [] });
        Assert.Equal(new RecordImport(0, 0, 1, 0), await StoreAsync(SomeRecord.Of(Id) with { Datestamp = null }));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM paper_categories"));
    }

    [Fact]
    public async Task What_arxiv_calls_deleted_is_kept()
    {
        await StoreAsync(SomeRecord.Of(Id));
        var gone = new ArxivRecord { Id = ArxivId.Parse(Id), Datestamp = NextWeek, IsDeleted = true };
        Assert.Equal(new RecordImport(0, 0, 0, 0), await StoreAsync(gone));
        Assert.Equal($"Record {Id}, version 1", await PaperAsync("title"));
    }

    [Fact]
    public async Task Records_in_any_order_give_one_catalogue()
    {
        ArxivRecord[] records =
        [
            SomeRecord.Of(Id), SomeRecord.Of(Id, 2, NextWeek), SomeRecord.Of(Id, 2, NextWeek.AddDays(3)) with { Doi = "10.1000/1" },
            SomeRecord.Of(Id, 3, NextWeek.AddDays(7)) with { Versions = [SomeRecord.Version(1), SomeRecord.Version(2), SomeRecord.Version(3, "I")] },
        ];
        foreach (var record in records) await StoreAsync(record);
        var forwards = await FactsAsync();
        await _database.ExecuteAsync("TRUNCATE papers CASCADE");

        foreach (var record in records.Reverse()) await StoreAsync(record);
        Assert.Equal(forwards, await FactsAsync());
    }

    [Fact]
    public async Task What_goes_with_the_records_is_stored_with_them_or_not_at_all()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _records.StoreAsync(
            [SomeRecord.Of(Id)], (_, _, _) => throw new InvalidOperationException("the plug is pulled"), TestClock.Noon, Cancel));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));

        await _records.StoreAsync([SomeRecord.Of(Id)], (connection, import, cancel) => NoteAsync(connection, import, cancel), TestClock.Noon, Cancel);
        Assert.Equal("1", await _database.ScalarAsync<string>("SELECT value FROM instance_keys WHERE name = 'noted'"));

        static async Task NoteAsync(NpgsqlConnection connection, RecordImport import, CancellationToken cancel)
        {
            await using var command = new NpgsqlCommand($"INSERT INTO instance_keys (name, value) VALUES ('noted', '{import.New}')", connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private Task<RecordImport> StoreAsync(params ArxivRecord[] records) => _records.StoreAsync(records, null, TestClock.Noon, Cancel);

    private Task<ListingImport> ImportAsync(CategoryListing listing) => _listings.ImportAsync(listing, TestClock.Noon, Cancel);

    private Task<string> PaperAsync(string columns) => _database.ScalarAsync<string>($"SELECT {columns} FROM papers");

    private Task<string> VersionsAsync(string columns) => _database.ScalarAsync<string>($"SELECT string_agg({columns}, ', ' ORDER BY version) FROM paper_versions");

    /// <summary>Every row with the transaction that wrote it last.</summary>
    private Task<string> RowsAsync() => _database.ScalarAsync<string>(
        "SELECT string_agg(t, E'\n' ORDER BY t) FROM (SELECT p.xmin || p::text FROM papers p UNION ALL SELECT v.xmin || v::text FROM paper_versions v UNION ALL SELECT c.xmin || c::text FROM paper_categories c) AS rows (t)");

    /// <summary>All that the order of the records must not change: everything but what older versions said.</summary>
    private Task<string> FactsAsync() => _database.ScalarAsync<string>(
        """
        SELECT string_agg(t, E'\n' ORDER BY t) FROM (
            SELECT p::text FROM papers p UNION ALL SELECT format('%s %s %s', version, submitted_at, is_withdrawn) FROM paper_versions
            UNION ALL SELECT c::text FROM paper_categories c) AS rows (t)
        """);
}
