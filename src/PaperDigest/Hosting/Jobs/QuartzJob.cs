using Quartz;

namespace PaperDigest.Hosting.Jobs;

/// <summary>The one class Quartz runs: it looks the job up by its key and hands it to the log that runs it.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzJob(JobLog log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await log.RunAsync(JobSchedule.Named(context.JobDetail.Key.Name), cancellationToken);
}
