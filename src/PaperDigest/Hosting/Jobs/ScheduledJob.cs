namespace PaperDigest.Hosting.Jobs;

/// <summary>A job: what it is called, when it runs and what it does. It must be safe to run twice and beside itself.</summary>
/// <param name="Name">The key under which the engine and the run history know it.</param>
/// <param name="Cron">Quartz cron expression, in UTC.</param>
/// <param name="Description">For the operator: the schedule and the purpose in words.</param>
/// <param name="RunAsync">Does the work as of an instant and says in one sentence what came of it.</param>
internal sealed record ScheduledJob(
    string Name, string Cron, string Description, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task<string>> RunAsync);
