using Quartz;

namespace PaperDigest.Hosting.Jobs;

/// <summary>
/// Runs <see cref="JobSchedule"/> on Quartz's clustered PostgreSQL store: any number of processes share it, each firing runs
/// once, and a firing missed while all were down is made up for at the next start. Only this folder knows the engine.
/// </summary>
internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder, bool run)
    {
        builder.Services.AddSingleton<JobLog>();
        builder.Services.AddSingleton<TidyJob>();
        if (!run) return;
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "paperdigest";
                o.GenerateInstanceId = true;
                o.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(o => o.UseRegisteredDataSource = true);
                store.ConfigureStore(o =>
                {
                    o.TablePrefix = "jobs.qrtz_";
                    o.RecoverFiringsCancelledByShutdown = true;
                });
                store.ProvisionSchema();
                store.UseClustering(c =>
                {
                    // A killed node's jobs are taken over within ten seconds instead of twenty.
                    c.CheckinInterval = TimeSpan.FromSeconds(2);
                    c.CheckinMisfireThreshold = TimeSpan.FromSeconds(3);
                });
            });
            foreach (var job in JobSchedule.All) Schedule(quartz, job);
        });
        // Triggers declared here replace those in the store at every start; without this a firing missed while down is forgotten.
        builder.Services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        builder.Services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Schedule(IQuartzBuilder quartz, ScheduledJob job)
    {
        // RequestRecovery: a job whose process was killed runs again on another node; every job is safe to run twice.
        quartz.AddJob<QuartzJob>(j => j.WithIdentity(job.Name).WithDescription(job.Description).StoreDurably().RequestRecovery());
        quartz.AddTrigger(t => t.ForJob(job.Name).WithIdentity(job.Name).WithCronSchedule(
            job.Cron, c => c.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}
