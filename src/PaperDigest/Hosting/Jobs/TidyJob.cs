using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;

namespace PaperDigest.Hosting.Jobs;

/// <summary>Removes what nobody looks at any more, so that years of minutes do not pile up: old runs and used-up sign-in links.</summary>
internal sealed class TidyJob(IDbContextFactory<PaperDigestDb> databases)
{
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    /// <summary>Returns what was removed, in a sentence. Both tables have an index on the time.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - RunsKept;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var runs = await db.JobRuns.Where(r => r.StartedAt < before).ExecuteDeleteAsync(cancel);
        var links = await db.SignInLinks.Where(l => l.ExpiresAt < before).ExecuteDeleteAsync(cancel);
        return $"Removed {runs} runs of jobs and {links} sign-in links older than {RunsKept.TotalDays:0} days.";
    }
}
