namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// How requests are spaced. <paramref name="TakeTurn"/> is awaited before each request and its result disposed after it: there the caller
/// keeps arXiv's rule of one request at a time and three seconds between them, and lets it rest where it wants to, over all its processes.
/// </summary>
public sealed record ArxivPacing(Func<CancellationToken, ValueTask<RequestTurn>> TakeTurn, TimeProvider Clock)
{
    /// <summary>Waits between the attempts at one request, outside any turn.</summary>
    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = (span, cancel) => Task.Delay(span, Clock, cancel);
}
