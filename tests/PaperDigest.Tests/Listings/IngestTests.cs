using System.Net;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>Whole runs against a small arXiv on loopback: what they store and report.</summary>
public sealed class IngestTests(PostgresServer server) : IAsyncLifetime
{
    private readonly IngestWorld _world = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_day_is_taken_in_from_the_feeds_with_one_request_a_category()
    {
        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        Assert.Equal(["cs.CL feed 2 0 1 0", "cs.AI feed 1 1 0 0"], report.Categories.Select(IngestWorld.Line));
        Assert.Equal(new DayCounts(3, 0, 1), report.Papers);
        Assert.Equal(["/rss/cs.CL", "/rss/cs.AI"], _world.Arxiv.Requests);
    }

    [Fact]
    public async Task A_second_run_reports_all_unchanged()
    {
        await _world.RunAsync(Wednesday);
        var before = await CatalogueText.OfAsync(_world.Database.Source, Cancel);

        var again = await _world.RunAsync(Wednesday);

        Assert.Equal(["cs.CL feed 0 0 0 3", "cs.AI feed 0 0 0 2"], again.Categories.Select(IngestWorld.Line));
        Assert.Equal(before, await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }

    [Fact]
    public async Task Two_runs_at_once_take_the_day_in_once()
    {
        var reports = await Task.WhenAll(_world.RunAsync(Wednesday), _world.RunAsync(Wednesday));

        Assert.Equal(3, reports.Sum(r => r.Categories.Sum(c => c.New)));
        Assert.Equal(5, reports.Sum(r => r.Categories.Sum(c => c.Unchanged)));
        Assert.Equal(5L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listing_entries"));
    }

    [Fact]
    public async Task A_past_day_is_reconstructed_from_the_records_changed_on_it_and_marked()
    {
        _world.Arxiv.Lists(Tuesday, "2605.00011v1 cs.CL cs.AI", "2605.00012v1 cs.CV cs.CL", "2604.00013v2 cs.CL", "2601.00014v1 cs.CL", "2605.00015v7 cs.CL");

        var report = await _world.RunAsync(Tuesday);

        Assert.Equal(["cs.CL oai 1 1 1 0", "cs.AI oai 0 1 0 0"], report.Categories.Select(IngestWorld.Line));
        Assert.Equal(["/rss/cs.CL", $"/oai?{Records("cs:cs:CL")}", $"/oai?{Records("cs:cs:AI")}"], _world.Arxiv.Requests);
        Assert.Equal("12 pages 2026-05-11", await _world.Database.ScalarAsync<string>("SELECT comments || ' ' || submitted_at::date FROM papers WHERE arxiv_id = '2605.00011'"));

        static string Records(string set) => $"verb=ListRecords&metadataPrefix=arXivRaw&from=2026-05-12&until=2026-05-12&set={Uri.EscapeDataString(set)}";
    }

    [Fact]
    public async Task One_feed_that_lags_does_not_keep_the_others_from_being_read()
    {
        _world.Arxiv.Shows("cs.CL", Tuesday, "2605.00001v1 new cs.CL");
        _world.Arxiv.Lists(Wednesday, "2605.00002v1 cs.CL");

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(["cs.CL oai 1 0 0 0", "cs.AI feed 1 1 0 0"], report.Categories.Select(IngestWorld.Line));
    }

    [Fact]
    public async Task A_past_day_that_the_feed_told_is_not_asked_for_again()
    {
        await _world.RunAsync(Wednesday);
        _world.Arxiv.Shows("cs.CL", new DateOnly(2026, 5, 14));
        _world.Arxiv.Requests.Clear();

        var report = await _world.RunAsync(Wednesday, IngestWorld.WednesdayMorning.AddDays(1));

        Assert.Equal(["cs.CL feed 0 0 0 3", "cs.AI feed 0 0 0 2"], report.Categories.Select(IngestWorld.Line));
        Assert.Equal(["/rss/cs.CL"], _world.Arxiv.Requests);
    }

    [Fact]
    public async Task Each_run_leaves_a_row_with_its_report()
    {
        _world.Arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        await _world.RunAsync(Wednesday);

        await using var db = _world.Database.Open();
        var run = await db.IngestRuns.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((RunKind.Listing, "127.0.0.1", Wednesday), (run.Kind, run.Source, run.Day!.Value));
        Assert.Equal((IngestWorld.WednesdayMorning, IngestOutcome.Partial), (run.StartedAt, run.Outcome));
        Assert.Equal("refused 404", await _world.Database.ScalarAsync<string>(
            "SELECT (report #>> '{categories,1,outcome}') || ' ' || substring(report #>> '{categories,1,message}' FROM '404') FROM ingest_runs"));
    }

    [Fact]
    public async Task The_first_real_listing_removes_the_sample_in_the_same_transaction()
    {
        await new Sample(_world.Database.Source, new ArxivOptions()).LoadAsync(IngestWorld.WednesdayMorning, Cancel);
        _world.Arxiv.Fails("cs.CL", HttpStatusCode.NotFound);
        _world.Arxiv.Shows("cs.AI", Wednesday);
        await _world.RunAsync(Wednesday);
        Assert.Equal(8L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listing_days WHERE is_sample"));

        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        await _world.RunAsync(Wednesday);

        Assert.Equal(
            """
            paper 2605.00003 v1 2026-05-13 {"Ada Lovelace","Charles Babbage"} {cs.AI}
            category 2605.00003 cs.AI 2026-05-13
            version 2605.00003 v1 2026-05-13
            listing 2026-05-13 cs.AI feed 1
            entry 2026-05-13 cs.AI 1 2605.00003 new v1
            day 2026-05-13 1 new 0 cross 0 replaced
            """,
            await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }
}
