using System.ComponentModel.DataAnnotations;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Where arXiv is asked, for which categories, how often and in whose name (section <c>Arxiv</c>).</summary>
internal sealed class ArxivOptions : IValidatableObject
{
    public const string Section = "Arxiv";

    /// <summary>arXiv's terms: one request every three seconds, over all machines of an operator.</summary>
    private static readonly TimeSpan ArxivsInterval = TimeSpan.FromSeconds(3);

    public string FeedUrl { get; set; } = "https://rss.arxiv.org";
    public string ApiUrl { get; set; } = "https://export.arxiv.org/api/query";
    public string OaiUrl { get; set; } = "https://oaipmh.arxiv.org/oai";

    /// <summary>Separated by commas, in any case; see <see cref="CategoryList"/>.</summary>
    public string Categories { get; set; } = "cs.AI,cs.CL,cs.CV,cs.LG,stat.ML";

    /// <summary>From the end of a request to the start of the next; never less than three seconds before arXiv's own hosts.</summary>
    public TimeSpan MinimumInterval { get; set; } = ArxivsInterval;

    /// <summary>An e-mail address at which arXiv can reach the operator.</summary>
    public string? Contact { get; set; }

    /// <summary>The categories whose listings are taken in: canonical, each once, in the order given.</summary>
    public IReadOnlyList<string> CategoryList => ArxivCategory.Canonical(Words(Categories));

    /// <summary>Why the feeds can't be asked with these settings; null when they can.</summary>
    public string? WhyNotToAsk() => WhyNotToAsk(FeedUrl);

    /// <summary>The same of another interface's address. Only arXiv's own hosts want to know whom to write to.</summary>
    public string? WhyNotToAsk(string url) =>
        IsArxivs(url) && string.IsNullOrWhiteSpace(Contact)
            ? "arXiv wants to know who asks: set Arxiv__Contact to your e-mail address. Nothing was requested."
            : null;

    /// <summary>The time to leave between requests to <paramref name="url"/>.</summary>
    public TimeSpan IntervalFor(string url) => IsArxivs(url) && MinimumInterval < ArxivsInterval ? ArxivsInterval : MinimumInterval;

    /// <summary>The same for the clients. <paramref name="publicUrl"/> is this installation's own address, for the User-Agent.</summary>
    public ArxivSettings SettingsFor(string? publicUrl) => new()
    {
        FeedUrl = new Uri(FeedUrl), OaiUrl = new Uri(OaiUrl), ApiUrl = new Uri(ApiUrl), Contact = Contact?.Trim(), PublicUrl = publicUrl,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (url, name) in new[] { (FeedUrl, nameof(FeedUrl)), (ApiUrl, nameof(ApiUrl)), (OaiUrl, nameof(OaiUrl)) })
            if (!IsHttp(url)) yield return Wrong(name, $"'{url}' is not an http or https address.");
        if (CategoryList.Count == 0) yield return Wrong(nameof(Categories), "name at least one category, such as cs.CL.");
        foreach (var word in Words(Categories).Where(w => !ArxivCategory.TryCanonical(w, out _)))
            yield return Wrong(nameof(Categories), $"'{word}' is not an arXiv category, such as cs.CL.");
        if (MinimumInterval < TimeSpan.Zero || MinimumInterval > TimeSpan.FromHours(1))
            yield return Wrong(nameof(MinimumInterval), "give a time between 00:00:00 and 01:00:00.");
        if (!string.IsNullOrWhiteSpace(Contact) && !new EmailAddressAttribute().IsValid(Contact.Trim()))
            yield return Wrong(nameof(Contact), $"'{Contact}' is not an e-mail address.");
    }

    private static bool IsHttp(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static bool IsArxivs(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host.Equals("arxiv.org", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".arxiv.org", StringComparison.OrdinalIgnoreCase));

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ValidationResult Wrong(string name, string message) => new(message, [name]);
}
