using Microsoft.EntityFrameworkCore;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Listings;

public sealed class RunLogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly RunLog _runs = new(database.Contexts, new TestClock(TestClock.Noon.AddMinutes(3)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_has_a_row_before_it_does_anything_and_its_report_after()
    {
        var id = await _runs.BeginAsync(new RunStart(RunKind.Import, "snapshot.json.gz"), TestClock.Noon, Cancel);
        Assert.Null((await FindAsync(id)).EndedAt);

        await _runs.EndAsync(id, IngestOutcome.Complete, RunLog.Json(new { Message = "Read \"all\" of it.", Total = new { New = 7 } }), Cancel);

        var run = await FindAsync(id);
        Assert.Equal((RunKind.Import, "snapshot.json.gz", null), (run.Kind, run.Source, run.Day));
        Assert.Equal((TestClock.Noon.AddMinutes(3), IngestOutcome.Complete), (run.EndedAt, run.Outcome));
        Assert.Equal("7", await database.ScalarAsync<string>($"SELECT report #>> '{{total,new}}' FROM ingest_runs WHERE id = '{id}'"));
    }

    [Fact]
    public async Task A_rejected_record_is_kept_whatever_characters_it_holds()
    {
        var id = await _runs.BeginAsync(new RunStart(RunKind.Harvest, null), TestClock.Noon, Cancel);

        await _runs.RejectAsync(id, [new RejectedItem("It has no title.", "2605.00001", "<record>\0 Schr\ud83dödinger 𝔊</record>")], Cancel);

        await using var db = database.Open();
        var record = await db.RejectedRecords.SingleAsync(r => r.RunId == id, Cancel);
        Assert.Equal(("It has no title.", "2605.00001", "<record>\ufffd Schr\ufffdödinger 𝔊</record>"), (record.Reason, record.Excerpt, record.Record));
    }

    [Fact]
    public async Task Of_very_many_the_first_thousand_are_kept_over_all_calls()
    {
        var id = await _runs.BeginAsync(new RunStart(RunKind.Import, null), TestClock.Noon, Cancel);

        foreach (var batch in Enumerable.Range(1, 1700).Select(n => new RejectedItem("No.", $"line {n}", "{}")).Chunk(700)) await _runs.RejectAsync(id, batch, Cancel);

        await using var db = database.Open();
        Assert.Equal(Enumerable.Range(1, 1000).Select(n => $"line {n}"), await db.RejectedRecords.Where(r => r.RunId == id).OrderBy(r => r.Id).Select(r => r.Excerpt).ToListAsync(Cancel));
    }

    private async Task<IngestRun> FindAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.IngestRuns.AsNoTracking().SingleAsync(r => r.Id == id, Cancel);
    }
}
