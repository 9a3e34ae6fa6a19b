using Microsoft.EntityFrameworkCore;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Sources;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.Fixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Listings;

/// <summary>Harvests of a script's pages. Each test has a database of its own.</summary>
public sealed class HarvestTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 5, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly HarvestOrder May = HarvestOrder.Of(new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 29), "cs:cs:AI");
    private static readonly string NoRecords = Oai("<error code=\"noRecordsMatch\">Nothing</error>");

    private readonly TestDatabase _database = new(server);
    private readonly HttpClient _http = ArxivHttp.NewClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_span_is_taken_in_page_by_page_and_a_run_tells_of_it()
    {
        await using var arxiv = new ScriptedServer(Answer(Page(1, "t1")), Answer(Page(2, "t2")), Answer(Page(3, null)));

        var report = await RunAsync(arxiv, May);

        Assert.Equal((IngestOutcome.Complete, new HarvestTotals(6, 0, 0, 0, 0), 3), (report.Outcome, report.Total, report.Pages));
        Assert.Equal(6L, await PapersAsync());
        await using var db = _database.Open();
        var run = await db.IngestRuns.SingleAsync(Cancel);
        Assert.Equal((RunKind.Harvest, "127.0.0.1", IngestOutcome.Complete), (run.Kind, run.Source, run.Outcome));
    }

    [Fact]
    public async Task Stopped_after_each_page_it_goes_on_there_and_the_catalogue_is_that_of_an_undisturbed_harvest()
    {
        for (var page = 1; page <= 3; page++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            await using var arxiv = new ScriptedServer(Answer(Page(page, $"t{page}")), Answer(Page(page + 1, null)));
            // The second answer comes after the first page is stored, and is not waited for.
            var order = May with { Tell = line => { if (line.Contains("page ", StringComparison.Ordinal) && line.Contains("new", StringComparison.Ordinal)) stop.Cancel(); } };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Harvest(arxiv).RunAsync(order, Now, stop.Token));
            Assert.Equal(2L * page, await PapersAsync());
            if (page > 1) Assert.Contains($"resumptionToken=t{page - 1} ", arxiv.Requests[0], StringComparison.Ordinal);
        }
        await using var last = new ScriptedServer(Answer(Page(4, null)));

        var report = await RunAsync(last, May);

        Assert.True(report.Resumed);
        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        var disturbed = await CatalogueText.OfAsync(_database.Source, Cancel);
        await _database.ExecuteAsync("TRUNCATE papers, harvest_cursors CASCADE");
        await using var whole = new ScriptedServer(Answer(Page(1, "t1")), Answer(Page(2, "t2")), Answer(Page(3, "t3")), Answer(Page(4, null)));
        await RunAsync(whole, May);
        Assert.Equal(await CatalogueText.OfAsync(_database.Source, Cancel), disturbed);
    }

    [Fact]
    public async Task A_finished_harvest_starts_anew_and_finds_all_unchanged()
    {
        await using var arxiv = new ScriptedServer(Answer(Page(1, null)), Answer(Page(1, null)));
        await RunAsync(arxiv, May);

        Assert.Equal(new HarvestTotals(0, 0, 0, 2, 0), (await RunAsync(arxiv, May)).Total);
    }

    [Fact]
    public async Task A_long_span_is_asked_for_month_by_month_and_an_open_one_ends_without_a_day()
    {
        await using var arxiv = new ScriptedServer(Answer(NoRecords), Answer(Page(1, null)), Answer(NoRecords));

        var report = await RunAsync(arxiv, HarvestOrder.Of(new DateOnly(2026, 3, 15), null, null));

        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        Assert.Equal(["&from=2026-03-15&until=2026-03-31", "&from=2026-04-01&until=2026-04-30", "&from=2026-05-01"], arxiv.Requests.Select(r => r.Split(' ')[1].Split("arXivRaw")[1]));
    }

    [Fact]
    public async Task A_token_that_arxiv_does_not_know_any_more_begins_the_window_again()
    {
        await using var arxiv = new ScriptedServer(
            Answer(Page(1, "t1")), Answer(Oai("<error code=\"badResumptionToken\">Expired</error>")), Answer(Page(1, "t2")), Answer(Page(2, null)));

        var report = await RunAsync(arxiv, May);

        Assert.Equal((IngestOutcome.Complete, new HarvestTotals(4, 0, 0, 2, 0)), (report.Outcome, report.Total));
        Assert.DoesNotContain("resumptionToken", arxiv.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_has_expired_meanwhile_is_not_sent()
    {
        await using var arxiv = new ScriptedServer([Answer(Page(1, "t1", "expirationDate=\"2026-05-31T00:00:00Z\"")), .. Enumerable.Repeat(Answer("", 503), 9)]);
        Assert.Equal(IngestOutcome.Partial, (await RunAsync(arxiv, May)).Outcome);
        await using var next = new ScriptedServer(Answer(Page(1, null)));

        Assert.Equal(IngestOutcome.Complete, (await RunAsync(next, May, Now.AddDays(1))).Outcome);
        Assert.Contains("from=2026-05-01", next.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_again_and_again_is_given_up_with_its_reason()
    {
        await using var arxiv = new ScriptedServer([.. Enumerable.Repeat(Answer(Oai("<error code=\"badResumptionToken\">No</error>")), 9)]);

        var report = await RunAsync(arxiv, May);

        Assert.Equal((IngestOutcome.Failed, 4), (report.Outcome, arxiv.Requests.Count));
        Assert.Contains("badResumptionToken", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_raw_records_are_not_offered_the_other_format_is_asked_for()
    {
        const string parsed =
            """
            <record><header><identifier>oai:arXiv.org:2605.00001</identifier><datestamp>2026-05-29</datestamp></header><metadata><arXiv>
            <id>2605.00001</id><created>2026-05-28</created><authors><author><keyname>Lovelace</keyname><forenames>Ada</forenames></author></authors>
            <title>A title</title><categories>cs.AI</categories><abstract>What it is about.</abstract></arXiv></metadata></record>
            """;
        await using var arxiv = new ScriptedServer(Answer(Oai("<error code=\"cannotDisseminateFormat\">No</error>")), Answer(Records("t1", parsed)), Answer(Records(null, parsed.Replace("00001", "00002", StringComparison.Ordinal))));

        var report = await RunAsync(arxiv, May);

        Assert.Equal((IngestOutcome.Complete, "arXiv", 2), (report.Outcome, report.Format, report.Total.New));
        Assert.Contains("metadataPrefix=arXiv&", arxiv.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_arxiv_stops_it_in_words_and_the_next_run_asks_the_same_again()
    {
        await using var arxiv = new ScriptedServer(Answer(Page(1, "t1")), Answer(Oai("<error code=\"badArgument\">No such set</error>")), Answer(Page(2, null)));

        var report = await RunAsync(arxiv, May);
        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.Contains("badArgument: No such set", report.Message, StringComparison.Ordinal);

        Assert.Equal(IngestOutcome.Complete, (await RunAsync(arxiv, May)).Outcome);
        Assert.Contains("resumptionToken=t1 ", arxiv.Requests[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_rejected_or_deleted_is_counted_named_and_kept()
    {
        const string deleted = "<record><header status=\"deleted\"><identifier>oai:arXiv.org:2605.00009</identifier><datestamp>2026-05-29</datestamp></header></record>";
        await using var arxiv = new ScriptedServer(Answer(Records(null, Record("2605.00001"), Record("nonsense"), deleted)));

        var report = await RunAsync(arxiv, May);

        Assert.Equal(new HarvestTotals(1, 0, 0, 0, 1), report.Total);
        Assert.Equal(["2605.00009"], report.Deleted);
        Assert.Contains("nonsense", await _database.ScalarAsync<string>("SELECT record FROM rejected_records"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_process_at_a_time_runs_a_harvest()
    {
        await using var arxiv = new ScriptedServer(Answer(Page(1, null)));
        var cursors = new HarvestCursorStore(_database.Source, _database.Contexts);
        await using (await cursors.TryTakeAsync(May.Name, Cancel))
            Assert.Contains("another process", (await RunAsync(arxiv, May)).Message, StringComparison.Ordinal);
        Assert.Equal(IngestOutcome.Complete, (await RunAsync(arxiv, May)).Outcome);
    }

    [Fact]
    public async Task Each_night_goes_on_two_days_before_the_last_answer_and_asks_a_set_once_a_day()
    {
        await using var arxiv = new ScriptedServer(Answer(Page(1, null)), Answer(Page(1, null)));
        var job = new HarvestJob(Harvest(arxiv), new HarvestCursorStore(_database.Source, _database.Contexts), new ArxivOptions { FeedUrl = "http://127.0.0.1", Categories = "cs.AI" });
        // The script's answers say that it is 29 May.
        var night = new DateTimeOffset(2026, 5, 29, 3, 35, 0, TimeSpan.Zero);
        await job.RunAsync(night, Cancel);
        await job.RunAsync(night.AddHours(6), Cancel);
        await job.RunAsync(night.AddDays(1), Cancel);

        Assert.Equal(["&from=2026-05-22&set=cs%3Acs%3AAI", "&from=2026-05-27&set=cs%3Acs%3AAI"], arxiv.Requests.Select(r => r.Split(' ')[1].Split("arXivRaw")[1]));
    }

    /// <summary>The n-th page of a list, of two records.</summary>
    private static string Page(int n, string? token, string? attribute = null) =>
        Oai($"<ListRecords>{Record($"2605.{n:0000}1")}{Record($"2605.{n:0000}2")}{(token is null ? "" : $"<resumptionToken {attribute}>{token}</resumptionToken>")}</ListRecords>");

    private Task<HarvestReport> RunAsync(ScriptedServer arxiv, HarvestOrder order, DateTimeOffset? now = null) => Harvest(arxiv).RunAsync(order, now ?? Now, Cancel);

    private Harvest Harvest(ScriptedServer server)
    {
        var pacing = new RecordedPacing(Now).Pacing;
        var source = new ArxivSource(_http, new ArxivSettings { OaiUrl = new Uri(server.Address, "oai") }, _ => pacing);
        return new Harvest(
            source, new RecordImporter(_database.Source), new HarvestCursorStore(_database.Source, _database.Contexts), new RunLog(_database.Contexts, new TestClock(Now)));
    }

    private Task<long> PapersAsync() => _database.ScalarAsync<long>("SELECT count(*) FROM papers");
}
