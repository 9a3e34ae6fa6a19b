namespace PaperDigest.Hosting.Jobs;

/// <summary>All schedules of the program; the only place with a cron expression.</summary>
internal static class JobSchedule
{
    public static readonly ScheduledJob[] All = [];

    public static ScheduledJob Named(string name) => All.Single(j => j.Name == name);
}
