namespace PaperDigest.Mail;

/// <summary>
/// Sends until the queue is empty, for a command that is waited for: what was put back is tried again after short pauses.
/// </summary>
internal sealed class DrainMail(DeliverMail deliver, MailLedger ledger, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // Ten passes in a row that change nothing, with growing pauses: a minute and a half.
    private const int Patience = 10;

    /// <summary>
    /// Acts as of <paramref name="at"/>. Also waits for what other processes have in hand. Ends with messages left only when pass
    /// after pass changed nothing; how many is the second value.
    /// </summary>
    public async Task<(DeliveryReport Report, int Left)> RunAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var report = DeliveryReport.Nothing;
        var (left, idle, pause) = (int.MaxValue, 0, TimeSpan.FromSeconds(0.25));
        while (true)
        {
            report = report.Then(await deliver.RunAsync(new DeliveryRound(at, RetriesAtOnce: true), cancel));
            var before = left;
            left = await ledger.CountLeftAsync(at, cancel);
            if (left == 0) return (report, 0);
            (idle, pause) = left < before ? (0, TimeSpan.FromSeconds(0.25)) : (idle + 1, pause * 2);
            if (idle >= Patience) return (report, left);
            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, cancel);
        }
    }
}
