namespace PaperDigest.Sources.Arxiv;

/// <summary>Where arXiv's interfaces are, who asks, and how patiently.</summary>
public sealed record ArxivSettings
{
    /// <summary>What the source is called in messages. Others than arXiv are asked in the same manner.</summary>
    public string Site { get; init; } = "arXiv";

    /// <summary>The host of the daily feeds; with or without a trailing slash, also with <c>/rss</c> or <c>/atom</c> at its end.</summary>
    public Uri FeedUrl { get; init; } = new("https://rss.arxiv.org");

    /// <summary>The OAI-PMH endpoint.</summary>
    public Uri OaiUrl { get; init; } = new("https://oaipmh.arxiv.org/oai");

    /// <summary>The query API.</summary>
    public Uri ApiUrl { get; init; } = new("https://export.arxiv.org/api/query");

    /// <summary>This instance's own address, for the User-Agent; null if it has none.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>An e-mail address at which arXiv can reach the operator. Its own hosts are never asked without one.</summary>
    public string? Contact { get; init; }

    /// <summary>Attempts at one request before it is given up.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The wait after the first failure; it doubles with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No wait is longer. A server that asks for more is not asked again in this run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The bound of one answer in bytes, after decompression.</summary>
    public int LongestAnswer { get; init; } = 32 * 1024 * 1024;

    /// <summary>The time one feed may take.</summary>
    public TimeSpan FeedTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time one OAI-PMH page may take; its first byte has been seen to take 90 seconds.</summary>
    public TimeSpan OaiTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The time one answer of the query API may take.</summary>
    public TimeSpan ApiTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The feed of a category, or of several joined by "+".</summary>
    public Uri FeedOf(string category)
    {
        var root = FeedUrl.AbsoluteUri.TrimEnd('/');
        var named = root.EndsWith("/rss", StringComparison.OrdinalIgnoreCase) || root.EndsWith("/atom", StringComparison.OrdinalIgnoreCase);
        return new Uri($"{(named ? root : root + "/rss")}/{Uri.EscapeDataString(category).Replace("%2B", "+", StringComparison.Ordinal)}");
    }

    /// <summary>What requests call themselves: the program, where it runs, and whom to write to.</summary>
    internal string UserAgent
    {
        get
        {
            var about = string.Join("; ", new[] { PublicUrl is { Length: > 0 } url ? "+" + url : "", Contact is { Length: > 0 } ? "mailto:" + Contact : "" }
                .Where(part => part.Length > 0));
            return about.Length > 0 ? $"PaperDigest/0.1 ({about})" : "PaperDigest/0.1";
        }
    }

    /// <summary>arXiv's terms want clients that can be reached: nobody named, nothing asked of its hosts.</summary>
    internal bool LacksContactFor(Uri address) =>
        string.IsNullOrWhiteSpace(Contact) && (address.Host == "arxiv.org" || address.Host.EndsWith(".arxiv.org", StringComparison.OrdinalIgnoreCase));
}
