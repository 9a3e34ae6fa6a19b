using System.Diagnostics;

namespace PaperDigest.Mail;

/// <summary>What the connections of one pass share: its clock, what was tried, what came of it, and whether it is over.</summary>
internal sealed class DeliveryPass : IDisposable
{
    // After a stop the message in hand may still be finished; the host itself waits thirty seconds.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly DeliveryRound _round;
    private readonly Guid _token;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource _hardStop = new();
    private readonly CancellationTokenRegistration _stopping;
    private readonly Lock _gate = new();
    private readonly List<Guid> _putBack = [];
    private DeliveryReport _report = DeliveryReport.Nothing;

    public DeliveryPass(DeliveryRound round, Guid token, CancellationToken stop)
    {
        (_round, _token, Stop) = (round, token, stop);
        _stopping = stop.Register(() => _hardStop.CancelAfter(Grace));
    }

    /// <summary>Nothing new is begun once this is set.</summary>
    public CancellationToken Stop { get; }

    /// <summary>What is in hand is broken off once this is set.</summary>
    public CancellationToken HardStop => _hardStop.Token;

    public DateTimeOffset Now => _round.At + Stopwatch.GetElapsedTime(_begun);

    public DeliveryReport Report
    {
        get
        {
            lock (_gate) return _report;
        }
    }

    public bool IsOver => Stop.IsCancellationRequested || Report.Stopped is not null;

    public MailClaim NextClaim()
    {
        // Without the exception, what was put back would be tried again and again within one pass.
        lock (_gate) return new MailClaim(_token, Now, _round.RetriesAtOnce, _round.RetriesAtOnce ? [.. _putBack] : []);
    }

    public void Count(DeliveryReport more)
    {
        lock (_gate) _report = _report.Then(more with { Stopped = more.Stopped ?? _report.Stopped });
    }

    public void Count(LeasedMail mail, MailStep step)
    {
        lock (_gate) if (step.State == MailState.Queued) _putBack.Add(mail.Id);
        Count(step.State switch
        {
            MailState.Sent => DeliveryReport.Nothing with { Sent = 1 },
            MailState.Failed => DeliveryReport.Nothing with { Failed = 1 },
            MailState.Unknown => DeliveryReport.Nothing with { Unknown = 1 },
            _ => DeliveryReport.Nothing with { Deferred = 1, Stopped = step.StopsRound ? step.Reply.Without(mail.To) : null },
        });
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _hardStop.Dispose();
    }
}
