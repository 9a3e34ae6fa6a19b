namespace PaperDigest.Sources.Arxiv;

/// <summary>The query API's answer about some papers. A page with a <see cref="Refusal"/> holds nothing.</summary>
public sealed record ApiPage
{
    /// <summary>Each as the API knows it: no licence, no announcement, the times of the first version and of the newest only.</summary>
    public IReadOnlyList<ArxivRecord> Records { get; init; } = [];

    /// <summary>Entries that could not be read. They cost themselves, not the page.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>Papers asked for that the API passed over without a word: it does not know them, or not yet.</summary>
    public IReadOnlyList<ArxivId> NotFound { get; init; } = [];

    /// <summary>How many papers the API says there are.</summary>
    public int Promised { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>Requests made for this page.</summary>
    public int Attempts { get; init; }

    /// <summary>Bytes received for this page, after decompression.</summary>
    public long Bytes { get; init; }

    /// <summary>One line for each attempt, in words.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];
}
