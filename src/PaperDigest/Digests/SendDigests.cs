using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>Composes all that is due and delivers until the queue is empty: what the verb <c>digest send</c> does.</summary>
internal sealed class SendDigests(PlanDigests plan, DrainMail drain)
{
    // Another planner may hold the last batch; it is done within moments, or dead and rolled back.
    private const int MostPlannings = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Acts as if the clock showed <paramref name="at"/>. May be called again, and beside itself: nothing goes out twice.
    /// </summary>
    public async Task<SendReport> RunAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var planned = await plan.RunAsync(at, cancel);
        for (var again = 1; again < MostPlannings && await plan.IsAnyDueAsync(at, cancel); again++)
        {
            await Task.Delay(Pause, cancel);
            planned = planned.Then(await plan.RunAsync(at, cancel));
        }
        var (delivered, left) = await drain.RunAsync(at, cancel);
        return new SendReport(planned, delivered, left + (await plan.IsAnyDueAsync(at, cancel) ? 1 : 0));
    }
}

/// <summary>What this call composed and delivered.</summary>
/// <param name="Left">What is still to be done; 0 when all is.</param>
internal sealed record SendReport(PlanReport Planned, DeliveryReport Delivered, int Left);
