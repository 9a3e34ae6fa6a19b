using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Sources;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.ApiFixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Listings;

public sealed class DetailsJobTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 5, 12);

    private readonly TestDatabase _database = new(server);
    private readonly HttpClient _http = ArxivHttp.NewClient();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    [Fact]
    public async Task What_feeds_and_curated_lists_do_not_carry_is_filled_in_and_a_run_says_so()
    {
        await StoreAsync("2605.00001", categories: []);
        await StoreAsync("2605.00002");
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(1,
            ApiEntry("2605.00001v1", "<category term=\"cs.CL\"/><arxiv:comment>9 pages</arxiv:comment><arxiv:doi>10.1/x</arxiv:doi>"),
            ApiEntry("2605.00002v1", "<category term=\"I.2.7\"/>"))));

        Assert.Equal("Asked for the details of 2 papers: 1 filled in, 0 in a newer version, 0 not known.", await RunAsync(arxiv));

        await using var db = _database.Open();
        var paper = await db.Papers.AsNoTracking().SingleAsync(p => p.ArxivId == "2605.00001", Cancel);
        Assert.Equal(("9 pages", "10.1/x", "2026-05-27"), (paper.Comments, paper.Doi, $"{paper.SubmittedAt:yyyy-MM-dd}"));
        Assert.Equal(["cs.CL"], paper.Categories);
        Assert.True(await db.PaperCategories.AnyAsync(c => c.ArxivId == "2605.00001" && c.Category == "cs.CL", Cancel));
        var run = await db.IngestRuns.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((RunKind.Details, "127.0.0.1", IngestOutcome.Complete), (run.Kind, run.Source, run.Outcome));
        Assert.Contains("2605.00002", (await db.RejectedRecords.SingleAsync(Cancel)).Record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lacks_nothing_is_not_asked_for_and_leaves_no_run()
    {
        await StoreAsync("2605.00001", submitted: TestClock.Noon);
        await StoreAsync("2605.00002", sample: true);
        await using var arxiv = new ScriptedServer();

        await RunAsync(arxiv);

        Assert.Empty(arxiv.Requests);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM ingest_runs"));
    }

    [Fact]
    public async Task Batches_are_of_a_hundred_and_the_newest_papers_come_first()
    {
        for (var n = 1; n <= 101; n++) await StoreAsync($"2605.{n:00000}");
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(0)), Answer(ApiFeed(0)));

        await RunAsync(arxiv);

        Assert.StartsWith("GET /api?id_list=2605.00101,2605.00100,", arxiv.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /api?id_list=2605.00001&max_results=1 ", arxiv.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_api_does_not_know_it_is_asked_for_after_days_and_in_the_end_no_more()
    {
        await StoreAsync("2605.00001");
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(0)), Answer(ApiFeed(0)));

        await RunAsync(arxiv);
        await RunAsync(arxiv, days: 2);
        Assert.Single(arxiv.Requests);
        await RunAsync(arxiv, days: 4);
        Assert.Equal(2, arxiv.Requests.Count);
        await RunAsync(arxiv, days: 61);

        Assert.Equal(2, arxiv.Requests.Count);
        Assert.Equal("2605.00001", await _database.ScalarAsync<string>("SELECT report #>> '{notFound,0}' FROM ingest_runs ORDER BY started_at LIMIT 1"));
    }

    [Fact]
    public async Task An_outage_leaves_the_papers_to_the_next_run()
    {
        await StoreAsync("2605.00001");
        await using var arxiv = new ScriptedServer([.. Enumerable.Repeat(Answer("", 503), 5), Answer(ApiFeed(1, ApiEntry("2605.00001v1")))]);

        Assert.Contains("503", await RunAsync(arxiv), StringComparison.Ordinal);
        Assert.Contains("1 filled in", await RunAsync(arxiv), StringComparison.Ordinal);

        Assert.Equal("failed,complete", await _database.ScalarAsync<string>("SELECT string_agg(outcome, ',' ORDER BY id) FROM ingest_runs"));
    }

    [Fact]
    public async Task Papers_whose_answer_can_not_be_read_do_not_keep_the_others_waiting()
    {
        for (var n = 1; n <= 101; n++) await StoreAsync($"2605.{n:00000}");
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(1, ApiError("incorrect id format")), 400), Answer(ApiFeed(1, ApiEntry("2605.00001v1"))));

        await RunAsync(arxiv);
        await RunAsync(arxiv);

        Assert.StartsWith("GET /api?id_list=2605.00001&max_results=1 ", arxiv.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arxivs_own_host_is_not_asked_without_a_contact() =>
        Assert.Contains("Arxiv__Contact", await Job(new ArxivOptions()).RunAsync(TestClock.Noon, Cancel), StringComparison.Ordinal);

    [Fact]
    public async Task The_papers_to_ask_for_are_found_by_their_index()
    {
        await _database.ExecuteAsync(
            """
            INSERT INTO papers (arxiv_id, title, abstract, authors, categories, version, first_listed, submitted_at, added_at, changed_at, search_text,
                vote_count, outside_votes, outside_comments, is_sample)
            SELECT '1001.' || lpad(n::text, 5, '0'), 'T', '', '{}', '{cs.AI}', 1, '2010-01-01', now(), now(), now(), '', 0, 0, 0, false FROM generate_series(1, 20000) AS n;
            ANALYZE papers;
            """);
        await using var command = _database.Source.CreateCommand("EXPLAIN " + PapersToDetail.Next.Replace("@take", "100").Replace("@before", "now()").Replace("@since", "now()"));
        await using var plan = await command.ExecuteReaderAsync(Cancel);
        var lines = new List<string>();
        while (await plan.ReadAsync(Cancel)) lines.Add(plan.GetString(0));
        Assert.Equal(2, lines.Count(l => l.Contains("ix_papers_to_detail", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, l => l.Contains("Seq Scan", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _database.DisposeAsync();
    }

    private Task<string> RunAsync(ScriptedServer arxiv, int days = 0) =>
        Job(new ArxivOptions { ApiUrl = new Uri(arxiv.Address, "api").AbsoluteUri }).RunAsync(TestClock.Noon.AddDays(days), Cancel);

    private DetailsJob Job(ArxivOptions options)
    {
        var source = new ArxivSource(_http, options.SettingsFor(null), _ => new RecordedPacing(TestClock.Noon).Pacing);
        var papers = new PapersToDetail(_database.Source, new RecordImporter(_database.Source));
        return new DetailsJob(source, papers, new RunLog(_database.Contexts, new TestClock(TestClock.Noon)), options);
    }

    private async Task StoreAsync(string id, string[]? categories = null, DateTimeOffset? submitted = null, bool sample = false)
    {
        await using var db = _database.Open();
        var paper = Some.Paper(id, Day, "cs.AI");
        (paper.Categories, paper.SubmittedAt, paper.IsSample, paper.AddedAt, paper.Comments) = (categories ?? paper.Categories, submitted, sample, TestClock.Noon, null);
        db.Papers.Add(paper);
        db.PaperVersions.Add(new PaperVersion { ArxivId = id, Version = 1 });
        await db.SaveChangesAsync(Cancel);
    }
}
