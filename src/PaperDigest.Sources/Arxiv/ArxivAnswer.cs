namespace PaperDigest.Sources.Arxiv;

/// <summary>What came of a request after all attempts: the value or the refusal, and the story for the run's report.</summary>
internal sealed record ArxivAnswer<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public int Attempts { get; init; }

    /// <summary>Bytes received by all attempts, after decompression.</summary>
    public long Bytes { get; init; }

    public IReadOnlyList<string> Story { get; init; } = [];
}
