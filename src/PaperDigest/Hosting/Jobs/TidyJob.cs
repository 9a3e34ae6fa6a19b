using Microsoft.EntityFrameworkCore;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Database;

namespace PaperDigest.Hosting.Jobs;

/// <summary>
/// Removes what nobody looks at any more, so that years of minutes do not pile up: old runs, what they rejected,
/// used-up sign-in links, and what visitors and readers left in their libraries.
/// </summary>
internal sealed class TidyJob(IDbContextFactory<PaperDigestDb> databases)
{
    /// <summary>How long a record that could not be taken in is there to be looked at.</summary>
    public static readonly TimeSpan RejectedKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan MailedLinksKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan ReadMarksKept = TimeSpan.FromDays(2 * 365);
    private static readonly TimeSpan ReadNoticesKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan NoticesKept = TimeSpan.FromDays(180);
    private static readonly TimeSpan IngestRunsKept = TimeSpan.FromDays(365);

    /// <summary>Returns what was removed, in a sentence. Each table has an index on the time.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - RunsKept;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var runs = await db.JobRuns.Where(r => r.StartedAt < before).ExecuteDeleteAsync(cancel);
        // A link that was mailed holds the address of somebody who may never have signed in.
        var links = await db.SignInLinks.Where(l => l.ExpiresAt < before || (l.AskedAt < now - MailedLinksKept && l.ExpiresAt < now)).ExecuteDeleteAsync(cancel);
        await db.VotingNetworks.Where(n => n.Day < DateOnly.FromDateTime(now.UtcDateTime)).ExecuteDeleteAsync(cancel);
        var rejected = await db.RejectedRecords.Where(r => r.NotedAt < now - RejectedKept).ExecuteDeleteAsync(cancel);
        var ingests = await db.IngestRuns.Where(r => r.StartedAt < now - IngestRunsKept).ExecuteDeleteAsync(cancel);
        var notices = await TidyNoticesAsync(db, now, cancel);
        var library = await TidyLibrariesAsync(db, now, cancel);
        return $"Removed {runs} runs of jobs and {links} sign-in links older than {RunsKept.TotalDays:0} days, {rejected} rejected records older than {RejectedKept.TotalDays:0} days "
            + $"and {ingests} runs that took papers in older than {IngestRunsKept.TotalDays:0} days. {notices} notifications that were read a month ago, or not in half a year. {library} marks in readers' libraries that nobody can see any more.";
    }

    private static async Task<int> TidyNoticesAsync(PaperDigestDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (read, old) = (now - ReadNoticesKept, now - NoticesKept);
        await db.NoticeMails.Where(m => m.Day < DateOnly.FromDateTime(read.UtcDateTime)).ExecuteDeleteAsync(cancel);
        return await db.Notices.Where(n => n.ReadAt < read).ExecuteDeleteAsync(cancel) + await db.Notices.Where(n => n.CreatedAt < old).ExecuteDeleteAsync(cancel);
    }

    // What a visitor saved and read is out of reach when the cookie's year is over, unless an account took it over.
    private static async Task<int> TidyLibrariesAsync(PaperDigestDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (aside, gone, old) = (now - SavedPapers.KeptAside, now - Visitor.Lifetime, now - ReadMarksKept);
        return await db.SavedPapers.Where(s => s.RemovedAt < aside).ExecuteDeleteAsync(cancel)
            + await db.SavedPapers.Where(s => s.SavedAt < gone && !db.Users.Any(a => a.Id == s.ReaderId)).ExecuteDeleteAsync(cancel)
            + await db.Follows.Where(f => f.CreatedAt < gone && !db.Users.Any(a => a.Id == f.ReaderId)).ExecuteDeleteAsync(cancel)
            + await db.HiddenPapers.Where(h => h.HiddenAt < aside).ExecuteDeleteAsync(cancel)
            + await db.ReadPapers.Where(r => r.ReadAt < old || (r.ReadAt < gone && !db.Users.Any(a => a.Id == r.ReaderId))).ExecuteDeleteAsync(cancel);
    }
}
