using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

/// <summary>Pacing that never waits: it records the turns and waits it was asked for, at a clock that stands still.</summary>
internal sealed class RecordedPacing(DateTimeOffset now) : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public int Turns { get; private set; }

    public int OpenTurns { get; private set; }

    public ArxivPacing Pacing => new(TakeTurn, this)
    {
        Wait = (span, _) =>
        {
            Assert.Equal(0, OpenTurns);
            Waits.Add(span);
            return Task.CompletedTask;
        },
    };

    public override DateTimeOffset GetUtcNow() => now;

    private ValueTask<IAsyncDisposable> TakeTurn(CancellationToken cancel)
    {
        Assert.Equal(0, OpenTurns);
        (Turns, OpenTurns) = (Turns + 1, OpenTurns + 1);
        return ValueTask.FromResult<IAsyncDisposable>(new Turn(this));
    }

    private sealed class Turn(RecordedPacing pacing) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            pacing.OpenTurns--;
            return ValueTask.CompletedTask;
        }
    }
}
