using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Jobs;

/// <summary>All schedules of the program; the only place with a cron expression.</summary>
internal static class JobSchedule
{
    public static readonly ScheduledJob[] All =
    [
        new("rank", "0 * * * * ?", "Every minute: puts the papers of the days that changed, and of the newest day, in order.",
            (services, now, cancel) => RankJob.RunAsync(services.GetRequiredService<DayRanking>(), now, cancel)),
    ];

    public static ScheduledJob Named(string name) => All.Single(j => j.Name == name);
}
