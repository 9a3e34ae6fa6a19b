using PaperDigest.Digests;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Jobs;

/// <summary>All schedules of the program; the only place with a cron expression.</summary>
internal static class JobSchedule
{
    public static readonly ScheduledJob[] All =
    [
        // The feeds change at midnight Eastern time, 04:00 or 05:00 UTC. Around 00:00 UTC, when arXiv announces, it is best left alone.
        new("ingest", "0 10/20 4-12 ? * MON-FRI", "Every 20 minutes from 04:10 to 12:50 UTC, Monday to Friday: takes in today's arXiv listing until it is whole.",
            (services, now, cancel) => services.GetRequiredService<IngestJob>().RunAsync(now, cancel)),
        new("rank", "0 * * * * ?", "Every minute: puts the papers of the days that changed, and of the newest day, in order.",
            (services, now, cancel) => RankJob.RunAsync(services.GetRequiredService<DayRanking>(), now, cancel)),
        new("digest", "30 * * * * ?", "Every minute: composes the digests that have become due. They are delivered at once by every process that runs jobs.",
            async (services, now, cancel) => (await services.GetRequiredService<PlanDigests>().RunAsync(now, cancel)).ToString()),
        new("tidy", "0 40 2 * * ?", "Every night at 02:40: removes runs of jobs and sign-in links older than a month.",
            (services, now, cancel) => services.GetRequiredService<TidyJob>().RunAsync(now, cancel)),
    ];

    public static ScheduledJob Named(string name) => All.Single(j => j.Name == name);
}
