namespace PaperDigest.Sources.Arxiv;

/// <summary>One thing to ask of arXiv: the address, how long an attempt may take, how to read the answer, whom to tell of progress.</summary>
internal sealed record ArxivRequest<T>(Uri Address, TimeSpan Timeout, Func<byte[], (T? Value, Refusal? Refusal)> Read, Action<string>? Tell)
    where T : class
{
    /// <summary>Sent by POST as a form where an address would become too long; null asks by GET.</summary>
    public string? Form { get; init; }
}
