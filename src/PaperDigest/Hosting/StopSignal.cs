using System.Runtime.InteropServices;

namespace PaperDigest.Hosting;

/// <summary>
/// Turns Ctrl+C and SIGTERM into a cancelled token, so that a verb stops in order and the database is left as it should be. What
/// cannot be stopped in order (the job engine waits for its database as long as that is away) ends at the second signal, or when
/// its time is up.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    // The host gives its services thirty seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private readonly CancellationTokenSource _source = new();
    private Timer? _deadline;
    private readonly PosixSignalRegistration[] _signals;

    public StopSignal() => _signals =
        [PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _deadline?.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested) End();
        _deadline = new Timer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    private static void End()
    {
        Console.Error.WriteLine("Ended without waiting any longer; the next start takes up what was left.");
        Environment.Exit(1);
    }
}
