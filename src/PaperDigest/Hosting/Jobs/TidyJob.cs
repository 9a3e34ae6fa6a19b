using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;

namespace PaperDigest.Hosting.Jobs;

/// <summary>Removes what nobody looks at any more, so that years of minutes do not pile up: old runs, what they rejected, and used-up sign-in links.</summary>
internal sealed class TidyJob(IDbContextFactory<PaperDigestDb> databases)
{
    /// <summary>How long a record that could not be taken in is there to be looked at.</summary>
    public static readonly TimeSpan RejectedKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan IngestRunsKept = TimeSpan.FromDays(365);

    /// <summary>Returns what was removed, in a sentence. Each table has an index on the time.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - RunsKept;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var runs = await db.JobRuns.Where(r => r.StartedAt < before).ExecuteDeleteAsync(cancel);
        var links = await db.SignInLinks.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(cancel);
        var rejected = await db.RejectedRecords.Where(r => r.NotedAt < now - RejectedKept).ExecuteDeleteAsync(cancel);
        var ingests = await db.IngestRuns.Where(r => r.StartedAt < now - IngestRunsKept).ExecuteDeleteAsync(cancel);
        return $"Removed {runs} runs of jobs and {links} sign-in links older than {RunsKept.TotalDays:0} days, {rejected} rejected records older than {RejectedKept.TotalDays:0} days "
            + $"and {ingests} runs that took papers in older than {IngestRunsKept.TotalDays:0} days.";
    }
}
