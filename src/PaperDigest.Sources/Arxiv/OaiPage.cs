namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// One page of a list of records. A page with a <see cref="Refusal"/> is the last and holds nothing: the list is incomplete, and what
/// came before it must not be taken for the whole.
/// </summary>
public sealed record OaiPage
{
    public IReadOnlyList<ArxivRecord> Records { get; init; } = [];

    /// <summary>Records that could not be read. They cost themselves, not the page.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>The token of the next page, null on the last. Store it with the page to resume there.</summary>
    public string? ResumptionToken { get; init; }

    /// <summary>Until when the server means to know the token; null when it does not say. It may be wrong either way.</summary>
    public DateTimeOffset? TokenExpires { get; init; }

    /// <summary>The server's clock; the next incremental harvest starts at its UTC day.</summary>
    public DateTimeOffset? ResponseDate { get; init; }

    public Refusal? Refusal { get; init; }

    /// <summary>Requests made for this page.</summary>
    public int Attempts { get; init; }

    /// <summary>Bytes received for this page, after decompression.</summary>
    public long Bytes { get; init; }

    /// <summary>One line for each attempt, in words.</summary>
    public IReadOnlyList<string> Story { get; init; } = [];
}
