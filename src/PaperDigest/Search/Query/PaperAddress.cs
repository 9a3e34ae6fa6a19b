using System.Text.RegularExpressions;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Search;

/// <summary>A text that names one paper: an arXiv id, a DOI, or the address of its page somewhere.</summary>
/// <param name="Doi">Null where the text is an arXiv id, which 10.48550/arXiv.2605.01234 is too.</param>
internal sealed partial record PaperAddress(ArxivId? ArxivId, string? Doi)
{
    /// <summary>Null when the text names no paper.</summary>
    public static PaperAddress? Of(string text)
    {
        if (PaperDigest.Sources.Arxiv.ArxivId.TryParse(Elsewhere().Replace(text, ""), out var id)) return new PaperAddress(id, null);
        return OfDoi().Match(text) is { Success: true } doi ? new PaperAddress(null, doi.Groups["doi"].Value) : null;
    }

    /// <summary>Pages of other sites that have arXiv's ids in their addresses.</summary>
    [GeneratedRegex("^(?:https?://)?(?:www\\.)?(?:huggingface\\.co/papers/|hf\\.co/papers/|alphaxiv\\.org/abs/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    // https://www.crossref.org/blog/dois-and-matching-regular-expressions/
    [GeneratedRegex("^(?:(?:https?://)?(?:dx\\.)?doi\\.org/|doi:\\s*)?(?<doi>10\\.[0-9]{4,9}/[^\\s\"<>]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfDoi();
}
