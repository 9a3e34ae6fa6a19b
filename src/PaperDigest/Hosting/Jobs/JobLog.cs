using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;

namespace PaperDigest.Hosting.Jobs;

/// <summary>Runs a job and keeps a row of when, how long and what came of it. A failing job fails its row, never the process.</summary>
internal sealed class JobLog(
    IServiceScopeFactory scopes, IDbContextFactory<PaperDigestDb> databases, TimeProvider time, ILogger<JobLog> log)
{
    /// <summary>Runs <paramref name="job"/> now, in a scope of its own.</summary>
    /// <returns>How it ended; <see cref="JobOutcome.Cancelled"/> when the process is stopping.</returns>
    public async Task<JobOutcome> RunAsync(ScheduledJob job, CancellationToken cancel)
    {
        var run = await BeginAsync(job, cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var summary = await job.RunAsync(scope.ServiceProvider, run.StartedAt, cancel);
            log.LogInformation("Job {Job} done in {Seconds:0.0} s: {Summary}", job.Name, (time.GetUtcNow() - run.StartedAt).TotalSeconds, summary);
            return await EndAsync(run, JobOutcome.Done, summary);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return await EndAsync(run, JobOutcome.Cancelled, "Stopped with the process.");
        }
#pragma warning disable CA1031 // Whatever a job throws belongs into its row; the next firing tries again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "Job {Job} failed", job.Name);
            return await EndAsync(run, JobOutcome.Failed, e.Message);
        }
    }

    private async Task<JobRun> BeginAsync(ScheduledJob job, CancellationToken cancel)
    {
        var run = new JobRun { Id = Guid.CreateVersion7(), Job = job.Name, Node = Environment.MachineName, StartedAt = time.GetUtcNow() };
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return run;
    }

    private async Task<JobOutcome> EndAsync(JobRun run, JobOutcome outcome, string summary)
    {
        // Not cancelled with the job: the row has to say how it ended.
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await db.JobRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.EndedAt, time.GetUtcNow()).SetProperty(x => x.Outcome, outcome).SetProperty(x => x.Summary, summary));
        return outcome;
    }
}
