namespace PaperDigest.Sources.Arxiv;

/// <summary>What came of one attempt to ask: a value, a refusal, or another address to ask.</summary>
internal sealed record ArxivAttempt<T>(T? Value, Refusal? Refusal)
    where T : class
{
    /// <summary>Requests on the wire: none where nothing may be asked, several where redirections were followed.</summary>
    public int Requests { get; init; } = 1;

    /// <summary>Bytes received, after unpacking.</summary>
    public int Bytes { get; init; }

    /// <summary>How long the server asked to be left alone, by Retry-After.</summary>
    public TimeSpan? Told { get; init; }

    /// <summary>The rest that all processes keep after this answer.</summary>
    public SourceBlock? Block { get; init; }

    /// <summary>Where a redirection leads.</summary>
    public Uri? MovedTo { get; init; }
}
