using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PaperDigest.Hosting;
using PaperDigest.Hosting.Jobs;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Hosting;

public sealed class JobLogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestClock _clock = new(TestClock.Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_leaves_a_row_that_says_what_came_of_it()
    {
        await RunAsync("done", _ => Task.FromResult("Counted to three."));
        Assert.Equal((JobOutcome.Done, "Counted to three."), await NewestAsync("done"));
    }

    [Fact]
    public async Task A_failing_job_fails_its_row_and_not_the_process()
    {
        Assert.Equal(JobOutcome.Failed, await RunAsync("failing", _ => throw new InvalidOperationException("The relay is on fire.")));
        Assert.Equal((JobOutcome.Failed, "The relay is on fire."), await NewestAsync("failing"));
    }

    [Fact]
    public async Task A_job_stopped_with_its_process_says_so_in_its_row()
    {
        using var stop = new CancellationTokenSource();
        await RunAsync("stopped", async cancel =>
        {
            await stop.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            return "";
        }, stop.Token);
        Assert.Equal(JobOutcome.Cancelled, (await NewestAsync("stopped")).Outcome);
    }

    [Fact]
    public async Task Runs_of_months_ago_are_tidied_away_and_younger_ones_stay()
    {
        await RunAsync("old", _ => Task.FromResult(""));
        _clock.Now += TimeSpan.FromDays(29);
        await RunAsync("young", _ => Task.FromResult(""));
        _clock.Now += TimeSpan.FromDays(2);

        await new TidyJob(database.Contexts).RunAsync(_clock.Now, Cancel);

        await using var db = database.Open();
        Assert.Equal(["young"], await db.JobRuns.Where(r => r.Job == "old" || r.Job == "young").Select(r => r.Job).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Rejected_records_are_kept_three_months_and_reports_of_runs_a_year()
    {
        var runs = new RunLog(database.Contexts, _clock);
        var (start, item) = (_clock.Now, new RejectedItem("No.", "line", "{}"));
        foreach (var (name, age) in new[] { ("long ago", 366), ("months ago", 91), ("weeks ago", 89) })
        {
            _clock.Now = start - TimeSpan.FromDays(age);
            var run = await runs.BeginAsync(new RunStart(RunKind.Import, name), _clock.Now, Cancel);
            await runs.RejectAsync(run, [item], Cancel);
        }

        await new TidyJob(database.Contexts).RunAsync(start, Cancel);

        await using var db = database.Open();
        Assert.Equal(["months ago", "weeks ago"], await db.IngestRuns.OrderBy(r => r.StartedAt).Select(r => r.Source!).ToListAsync(Cancel));
        Assert.Single(await db.RejectedRecords.ToListAsync(Cancel));
    }

    [Fact]
    public void Every_schedule_is_one_the_engine_understands_and_has_a_run_before_it() =>
        Assert.All(JobSchedule.All, job => Assert.NotNull(new Quartz.CronExpression(job.Cron).GetNextValidTimeAfter(TestClock.Noon)));

    private async Task<JobOutcome> RunAsync(string name, Func<CancellationToken, Task<string>> work, CancellationToken? cancel = null)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var log = new JobLog(services.GetRequiredService<IServiceScopeFactory>(), database.Contexts, _clock, NullLogger<JobLog>.Instance);
        return await log.RunAsync(new ScheduledJob(name, "", "", (_, _, token) => work(token)), cancel ?? Cancel);
    }

    private async Task<(JobOutcome? Outcome, string? Summary)> NewestAsync(string name)
    {
        await using var db = database.Open();
        var run = await db.JobRuns.SingleAsync(r => r.Job == name, Cancel);
        return (run.Outcome, run.Summary);
    }
}
