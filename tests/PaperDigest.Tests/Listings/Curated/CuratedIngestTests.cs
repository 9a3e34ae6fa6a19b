using Microsoft.EntityFrameworkCore;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;
using PaperDigest.Tests.Sources;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;

namespace PaperDigest.Tests.Listings.Curated;

public sealed class CuratedIngestTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Tuesday = new(2026, 5, 12);
    private readonly TestDatabase _database = new(server);
    private readonly HttpClient _http = ArxivHttp.NewClient();

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _database.DisposeAsync();
    }

    [Fact]
    public async Task A_list_is_taken_in_and_the_run_keeps_what_was_rejected()
    {
        await using var site = new ScriptedServer(ScriptedServer.Answer(Answer(Of("2605.00001"), Of("2605.00002"), Of("nonsense"))));

        var report = await Ingest(site).RunAsync(Tuesday, null, TestClock.Noon, TestContext.Current.CancellationToken);

        Assert.Equal((IngestOutcome.Complete, true, new CuratedTotals(2, 0, 0, 0, 1)), (report.Outcome, report.IsDone, report.Total));
        Assert.Equal("Hugging Face's list of 2026-05-12 is in: 2 new, 0 already there, 0 changed, 0 unchanged, 1 rejected.", report.Message);
        await using var db = _database.Open();
        var run = await db.IngestRuns.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((RunKind.Curated, "127.0.0.1", Tuesday, IngestOutcome.Complete), (run.Kind, run.Source, run.Day, run.Outcome));
        Assert.Contains("\"nonsense\"", (await db.RejectedRecords.SingleAsync(TestContext.Current.CancellationToken)).Record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_stores_nothing_and_says_why()
    {
        await using var site = new ScriptedServer([.. Enumerable.Repeat(ScriptedServer.Answer(Answer(Of("2605.00001"))[..^9]), 3)]);

        var report = await Ingest(site).RunAsync(Tuesday, null, TestClock.Noon, TestContext.Current.CancellationToken);

        Assert.Equal((IngestOutcome.Failed, false, 3), (report.Outcome, report.IsDone, report.Attempts));
        Assert.StartsWith("Hugging Face's list of 2026-05-12 could not be taken in. The JSON ends in the middle", report.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));
    }

    [Theory]
    [InlineData("2026-05-12", "Hugging Face has no papers on its list of 2026-05-12 yet.")]
    [InlineData("2026-05-09", "Hugging Face has no papers on its list of 2026-05-09, a Saturday.")]
    [InlineData("2026-05-08", "Hugging Face has no papers on its list of 2026-05-08.")]
    public async Task Nobodys_choice_is_no_failure(string day, string message)
    {
        await using var site = new ScriptedServer(ScriptedServer.Answer("[]"));

        var report = await Ingest(site).RunAsync(DateOnly.Parse(day, null), null, TestClock.Noon, TestContext.Current.CancellationToken);

        Assert.Equal((IngestOutcome.Empty, true, message), (report.Outcome, report.IsDone, report.Message));
    }

    [Fact]
    public async Task A_list_that_has_not_begun_is_not_asked_for()
    {
        await using var site = new ScriptedServer();

        var report = await Ingest(site).RunAsync(Tuesday.AddDays(1), null, TestClock.Noon, TestContext.Current.CancellationToken);

        Assert.Equal("Hugging Face's list of 2026-05-13 begins at 2026-05-13 01:30 UTC.", report.Message);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task The_job_asks_nobody_unless_it_is_enabled_and_then_makes_up_for_the_last_week()
    {
        await using var site = new ScriptedServer([.. Enumerable.Repeat(ScriptedServer.Answer("[]"), 6)]);

        Assert.Contains("HuggingFace__Enabled", await Job(site, enabled: false).RunAsync(TestClock.Noon, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(site.Requests);
        await Job(site, enabled: true).RunAsync(TestClock.Noon, TestContext.Current.CancellationToken);
        Assert.Equal(6, site.Requests.Count);
    }

    [Fact]
    public async Task The_job_leaves_the_rest_for_later_when_a_list_is_kept_away()
    {
        await using var site = new ScriptedServer([.. Enumerable.Repeat(ScriptedServer.Answer("", 500), 50)]);

        await Job(site, enabled: true).RunAsync(TestClock.Noon, TestContext.Current.CancellationToken);

        Assert.Equal(5, site.Requests.Count);
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM ingest_runs"));
    }

    private CuratedJob Job(ScriptedServer site, bool enabled) => new(Ingest(site), new HuggingFaceOptions { Url = site.Address.AbsoluteUri, Enabled = enabled }, _database.Contexts);

    private CuratedIngest Ingest(ScriptedServer site) => new(
        new DailyPapersClient(_http, new HuggingFaceSettings(site.Address), new RecordedPacing(TestClock.Noon).Pacing), new CuratedImporter(_database.Source),
        new RunLog(_database.Contexts, new TestClock(TestClock.Noon)), new HuggingFaceOptions { Url = site.Address.AbsoluteUri });
}
