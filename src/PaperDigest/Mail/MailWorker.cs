namespace PaperDigest.Mail;

/// <summary>
/// Sends mail as long as the process runs, so that a confirmation leaves within seconds. Not a scheduled job: a schedule runs once
/// in the whole cluster, and every node's connections are wanted.
/// </summary>
internal sealed class MailWorker(DeliverMail deliver, TimeProvider time, ILogger<MailWorker> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await RunOnceAsync(stoppingToken);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> RunOnceAsync(CancellationToken cancel)
    {
        try
        {
            var report = await deliver.RunAsync(new DeliveryRound(time.GetUtcNow()), cancel);
            if (!report.IsEmpty) log.LogInformation("Mail: {Report}", report);
            return report.Stopped is null ? Idle : AfterTrouble;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
#pragma warning disable CA1031 // A worker that ends on an error would leave all later mail lying.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogError(e, "Mail could not be sent");
            return AfterTrouble;
        }
    }
}
