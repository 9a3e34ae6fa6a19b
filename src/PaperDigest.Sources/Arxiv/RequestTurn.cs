namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Leave to make one request, over when it is disposed; or, where <see cref="Block"/> says so, word that none may be made now. Whoever
/// grants turns learns by <see cref="WelcomeAsync"/> and <see cref="TurnedAwayAsync"/> how the request was received; nothing said
/// means that the answer told nothing of it.
/// </summary>
public sealed class RequestTurn(SourceBlock? block, Func<Rebuff?, ValueTask<SourceBlock?>> hear, Func<ValueTask> leave) : IAsyncDisposable
{
    /// <summary>Why no request may be made in this turn; null when one may.</summary>
    public SourceBlock? Block => block;

    /// <summary>The source answered as it should.</summary>
    public async ValueTask WelcomeAsync() => await hear(null);

    /// <summary>The source turned the request away; from now on nobody asks it until the rest returned here is over.</summary>
    public ValueTask<SourceBlock?> TurnedAwayAsync(Rebuff rebuff) => hear(rebuff);

    public ValueTask DisposeAsync() => leave();
}
