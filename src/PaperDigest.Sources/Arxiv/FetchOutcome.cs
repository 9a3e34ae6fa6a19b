namespace PaperDigest.Sources.Arxiv;

/// <summary>What came of fetching one category's feed: the feed or the refusal, and what it took.</summary>
public sealed record FetchOutcome(string Category, ArxivFeed? Feed, Refusal? Refusal)
{
    /// <summary>Requests made; each had its own turn.</summary>
    public required int Attempts { get; init; }

    /// <summary>Bytes received by all attempts, after decompression.</summary>
    public required long Bytes { get; init; }

    /// <summary>One line for each attempt, in words, for the run's report.</summary>
    public required IReadOnlyList<string> Story { get; init; }
}
