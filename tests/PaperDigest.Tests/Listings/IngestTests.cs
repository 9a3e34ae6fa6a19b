using System.Net;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>Whole runs against a small arXiv on loopback, each with a database of its own.</summary>
public sealed class IngestTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private readonly HttpClient _http = ArxivHttp.NewClient();
    private FakeArxiv _arxiv = null!;
    private Ingest _ingest = null!;
    private IngestJob _job = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>06:00 in New York on Wednesday, 13 May 2026.</summary>
    private static DateTimeOffset WednesdayMorning => new(2026, 5, 13, 10, 0, 0, TimeSpan.Zero);

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _arxiv = await FakeArxiv.StartAsync();
        var options = new ArxivOptions
        {
            FeedUrl = _arxiv.Address.AbsoluteUri, OaiUrl = _arxiv.Address.AbsoluteUri + "oai", Categories = "cs.CL,cs.AI", MinimumInterval = TimeSpan.Zero,
        };
        var gate = new SourceGate(_database.Source);
        var pacing = new ArxivPacing(cancel => gate.TakeTurnAsync(SourceGate.Arxiv, options.MinimumInterval, cancel), TimeProvider.System) { Wait = (_, _) => Task.CompletedTask };
        var stored = new StoredListings(_database.Contexts);
        var source = new ArxivSource(_http, options.SettingsFor(null), _ => pacing);
        _ingest = new Ingest(
            new CategoryIngest(source, stored, new ListingImporter(_database.Source)), stored, new IngestRuns(_database.Contexts, new TestClock(WednesdayMorning)), options);
        _job = new IngestJob(_ingest, stored, options);
        _arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL cs.AI", "2605.00002v1 new cs.CL", "2604.00009v2 replace cs.CL");
        _arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI", "2605.00001v1 cross cs.CL cs.AI");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _arxiv.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_day_is_taken_in_from_the_feeds_with_one_request_a_category()
    {
        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        Assert.Equal(["cs.CL feed 2 0 1 0", "cs.AI feed 1 1 0 0"], report.Categories.Select(Line));
        Assert.Equal(new DayCounts(3, 0, 1), report.Papers);
        Assert.Equal(["/rss/cs.CL", "/rss/cs.AI"], _arxiv.Requests);
    }

    [Fact]
    public async Task A_second_run_reports_all_unchanged()
    {
        await RunAsync(Wednesday);
        var before = await CatalogueText.OfAsync(_database.Source, Cancel);

        var again = await RunAsync(Wednesday);

        Assert.Equal(["cs.CL feed 0 0 0 3", "cs.AI feed 0 0 0 2"], again.Categories.Select(Line));
        Assert.Equal(before, await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task Two_runs_at_once_take_the_day_in_once()
    {
        var reports = await Task.WhenAll(RunAsync(Wednesday), RunAsync(Wednesday));

        Assert.Equal(3, reports.Sum(r => r.Categories.Sum(c => c.New)));
        Assert.Equal(5, reports.Sum(r => r.Categories.Sum(c => c.Unchanged)));
        Assert.Equal(5L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_entries"));
    }

    [Fact]
    public async Task One_category_that_is_refused_does_not_lose_the_others()
    {
        _arxiv.Fails("cs.CL", HttpStatusCode.ServiceUnavailable);

        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.False(report.IsDone);
        Assert.Equal([CategoryOutcome.Refused, CategoryOutcome.Stored], report.Categories.Select(c => c.Outcome));
        Assert.Contains("503", report.Categories[0].Message, StringComparison.Ordinal);
        Assert.Contains("cs.CL", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rate exceeded.")]
    [InlineData("<!DOCTYPE html><html><body>Down for maintenance</body></html>")]
    [InlineData("<rss version=\"2.0\"><channel><title>cut off")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">]><rss><channel><title>&a;</title></channel></rss>")]
    public async Task A_day_whose_feeds_are_unusable_fails_and_stores_nothing(string body)
    {
        _arxiv.Answers("cs.CL", body);
        _arxiv.Answers("cs.AI", body);

        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Failed, report.Outcome);
        Assert.All(report.Categories, c => Assert.NotNull(c.Message));
        Assert.Equal("", await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task A_feed_that_shows_the_day_before_under_todays_date_is_refused()
    {
        string[] many = [.. Enumerable.Range(1, 20).Select(n => $"2605.{n:00000}v1 new cs.CL")];
        _arxiv.Shows("cs.CL", Tuesday, many);
        _arxiv.Shows("cs.AI", Tuesday, "2605.00099v1 new cs.AI");
        await RunAsync(Tuesday);
        _arxiv.Shows("cs.CL", Wednesday, [.. many[1..], "2605.00100v1 new cs.CL"]);
        _arxiv.Shows("cs.AI", Wednesday, "2605.00101v1 new cs.AI");

        var report = await RunAsync(Wednesday);

        Assert.Equal([CategoryOutcome.Stale, CategoryOutcome.Stored], report.Categories.Select(c => c.Outcome));
        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM listings WHERE date = '2026-05-13' AND category = 'cs.CL'"));
    }

    [Fact]
    public async Task An_empty_feed_on_a_weekday_is_nothing_yet_and_not_a_listing_of_none()
    {
        _arxiv.Shows("cs.CL", Wednesday);
        _arxiv.Shows("cs.AI", Wednesday);

        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Empty, report.Outcome);
        Assert.False(report.IsDone);
        Assert.Equal("", await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task An_emptier_repeat_keeps_what_is_stored()
    {
        await RunAsync(Wednesday);
        var before = await CatalogueText.OfAsync(_database.Source, Cancel);
        _arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL cs.AI");
        _arxiv.Shows("cs.AI", Wednesday);

        _arxiv.Lists(Wednesday, "2605.00003v1 cs.AI");
        var report = await RunAsync(Wednesday);

        Assert.Equal(2, report.Categories[0].Missing);
        Assert.Equal(CategoryOutcome.Nothing, report.Categories[1].Outcome);
        Assert.Equal(before, await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task A_weekend_is_explained_and_nothing_is_asked()
    {
        var report = await RunAsync(new DateOnly(2026, 5, 9));

        Assert.Equal(IngestOutcome.Empty, report.Outcome);
        Assert.True(report.IsDone);
        Assert.Contains("Saturday", report.Message, StringComparison.Ordinal);
        Assert.Empty(_arxiv.Requests);
    }

    [Fact]
    public async Task A_listing_that_is_not_announced_yet_is_not_asked_for()
    {
        var report = await RunAsync(new DateOnly(2026, 5, 15));

        Assert.Equal(IngestOutcome.Failed, report.Outcome);
        Assert.Contains("2026-05-15 00:00 UTC", report.Message, StringComparison.Ordinal);
        Assert.Empty(_arxiv.Requests);
    }

    [Fact]
    public async Task A_past_day_is_reconstructed_from_the_records_changed_on_it_and_marked()
    {
        _arxiv.Lists(Tuesday, "2605.00011v1 cs.CL cs.AI", "2605.00012v1 cs.CV cs.CL", "2604.00013v2 cs.CL", "2601.00014v1 cs.CL", "2605.00015v7 cs.CL");

        var report = await RunAsync(Tuesday);

        Assert.Equal(["cs.CL oai 1 1 1 0", "cs.AI oai 0 1 0 0"], report.Categories.Select(Line));
        Assert.Equal(["/rss/cs.CL", $"/oai?{Records("cs:cs:CL")}", $"/oai?{Records("cs:cs:AI")}"], _arxiv.Requests);
        Assert.Equal("12 pages 2026-05-11", await _database.ScalarAsync<string>("SELECT comments || ' ' || submitted_at::date FROM papers WHERE arxiv_id = '2605.00011'"));

        static string Records(string set) => $"verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-12&until=2026-05-12&set={Uri.EscapeDataString(set)}";
    }

    [Fact]
    public async Task A_past_day_that_the_feed_told_is_not_asked_for_again()
    {
        await RunAsync(Wednesday);
        _arxiv.Shows("cs.CL", new DateOnly(2026, 5, 14));
        _arxiv.Requests.Clear();

        var report = await RunAsync(Wednesday, WednesdayMorning.AddDays(1));

        Assert.Equal(["cs.CL feed 0 0 0 3", "cs.AI feed 0 0 0 2"], report.Categories.Select(Line));
        Assert.Equal(["/rss/cs.CL"], _arxiv.Requests);
    }

    [Fact]
    public async Task An_item_that_makes_no_sense_is_rejected_alone()
    {
        _arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL", "nonsense new cs.CL");

        var report = await RunAsync(Wednesday);

        Assert.Equal("cs.CL feed 1 0 0 0", Line(report.Categories[0]));
        Assert.Contains("nonsense", Assert.Single(report.Categories[0].Rejected).Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_run_leaves_a_row_with_its_report()
    {
        _arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        await RunAsync(Wednesday);

        await using var db = _database.Open();
        var run = await db.IngestRuns.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((Wednesday, WednesdayMorning, IngestOutcome.Partial), (run.Day, run.StartedAt, run.Outcome));
        Assert.Equal("refused 404", await _database.ScalarAsync<string>(
            "SELECT (report #>> '{categories,1,outcome}') || ' ' || substring(report #>> '{categories,1,message}' FROM '404') FROM ingest_runs"));
    }

    [Fact]
    public async Task The_first_real_listing_removes_the_sample_in_the_same_transaction()
    {
        await new Sample(_database.Source, new ArxivOptions()).LoadAsync(WednesdayMorning, Cancel);
        _arxiv.Fails("cs.CL", HttpStatusCode.NotFound);
        _arxiv.Shows("cs.AI", Wednesday);
        await RunAsync(Wednesday);
        Assert.Equal(8L, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days WHERE is_sample"));

        _arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        await RunAsync(Wednesday);

        Assert.Equal(
            """
            paper 2605.00003 v1 2026-05-13 {"Ada Lovelace","Charles Babbage"} {cs.AI}
            category 2605.00003 cs.AI 2026-05-13
            version 2605.00003 v1 2026-05-13
            listing 2026-05-13 cs.AI feed 1
            entry 2026-05-13 cs.AI 1 2605.00003 new v1
            day 2026-05-13 1 new 0 cross 0 replaced
            """,
            await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    [Fact]
    public async Task A_category_with_an_empty_feed_is_quiet_when_a_second_source_has_nothing_either()
    {
        _arxiv.Shows("cs.AI", Wednesday);

        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        Assert.Equal(CategoryOutcome.Nothing, report.Categories[1].Outcome);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM listings"));
        Assert.Contains("whole", await _job.RunAsync(WednesdayMorning, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_with_an_empty_feed_is_missing_when_a_second_source_has_papers()
    {
        _arxiv.Shows("cs.AI", Wednesday);
        _arxiv.Lists(Wednesday, "2605.00011v1 cs.AI");

        var report = await RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM listings"));
    }

    [Fact]
    public async Task The_job_asks_again_only_for_what_is_missing_and_says_when_the_day_is_whole()
    {
        _arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        Assert.Contains("still missing: cs.AI", await _job.RunAsync(WednesdayMorning, Cancel), StringComparison.Ordinal);

        _arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        _arxiv.Requests.Clear();
        Assert.Contains("complete", await _job.RunAsync(WednesdayMorning, Cancel), StringComparison.Ordinal);
        Assert.Equal(["/rss/cs.AI"], _arxiv.Requests);

        Assert.Contains("whole", await _job.RunAsync(WednesdayMorning, Cancel), StringComparison.Ordinal);
        Assert.Equal(["/rss/cs.AI"], _arxiv.Requests);
    }

    [Fact]
    public async Task The_job_waits_for_feeds_that_have_not_switched_instead_of_guessing()
    {
        _arxiv.Shows("cs.CL", Tuesday, "2605.00001v1 new cs.CL");
        _arxiv.Lists(Wednesday, "2605.00011v1 cs.CL");

        await _job.RunAsync(WednesdayMorning, Cancel);

        Assert.Equal(["/rss/cs.CL"], _arxiv.Requests);
        Assert.Equal("", await CatalogueText.OfAsync(_database.Source, Cancel));
    }

    private Task<IngestReport> RunAsync(DateOnly day, DateTimeOffset? now = null) =>
        _ingest.RunAsync(new IngestOrder(day, ["cs.CL", "cs.AI"]), now ?? WednesdayMorning, Cancel);

    private static string Line(CategoryReport c) =>
        $"{c.Category} {(c.Source == ListingSource.Feed ? "feed" : "oai")} {c.New} {c.CrossListed} {c.Replaced} {c.Unchanged}";
}
