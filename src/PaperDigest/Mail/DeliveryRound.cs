namespace PaperDigest.Mail;

/// <summary>A pass over the queue.</summary>
/// <param name="At">What is due by then is sent; the clock runs on from there.</param>
/// <param name="RetriesAtOnce">Whether messages that wait after a refusal are tried now, once each.</param>
internal sealed record DeliveryRound(DateTimeOffset At, bool RetriesAtOnce = false);

/// <summary>What came of a pass, or of several.</summary>
/// <param name="Deferred">Put back after a temporary refusal or a lost connection.</param>
/// <param name="Stopped">Why the pass ended before the queue was empty; null when it did not.</param>
internal sealed record DeliveryReport(int Sent, int Failed, int Unknown, int Expired, int Deferred, string? Stopped = null)
{
    public static DeliveryReport Nothing { get; } = new(0, 0, 0, 0, 0);

    public bool IsEmpty => Sent + Failed + Unknown + Expired + Deferred == 0 && Stopped is null;

    /// <summary>Both together; the later one says why it stopped.</summary>
    public DeliveryReport Then(DeliveryReport next) => new(
        Sent + next.Sent, Failed + next.Failed, Unknown + next.Unknown, Expired + next.Expired, Deferred + next.Deferred, next.Stopped);

    public override string ToString() =>
        $"{Sent} sent, {Failed} refused for good, {Unknown} unknown, {Expired} expired, {Deferred} put back"
        + (Stopped is null ? "" : $"; stopped: {Stopped}");
}
