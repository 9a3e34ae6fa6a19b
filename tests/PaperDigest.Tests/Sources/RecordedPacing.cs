using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

/// <summary>Pacing that never waits: it records the turns and waits it was asked for, at a clock that stands still.</summary>
internal sealed class RecordedPacing(DateTimeOffset now) : TimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>How the requests were received, as far as the turns were told: null for well.</summary>
    public List<Rebuff?> Heard { get; } = [];

    /// <summary>The rest that follows each rebuff; null for none.</summary>
    public SourceBlock? Rest { get; init; }

    /// <summary>Why no turn allows a request; null when they do.</summary>
    public SourceBlock? Block { get; init; }

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

    private ValueTask<RequestTurn> TakeTurn(CancellationToken cancel)
    {
        Assert.Equal(0, OpenTurns);
        (Turns, OpenTurns) = (Turns + 1, OpenTurns + 1);
        return ValueTask.FromResult(new RequestTurn(Block, Hear, Leave));
    }

    private ValueTask<SourceBlock?> Hear(Rebuff? rebuff)
    {
        Assert.Equal(1, OpenTurns);
        Heard.Add(rebuff);
        return ValueTask.FromResult(rebuff is null ? null : Rest);
    }

    private ValueTask Leave()
    {
        OpenTurns--;
        return ValueTask.CompletedTask;
    }
}
