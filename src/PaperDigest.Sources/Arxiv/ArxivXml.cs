using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>An answer's XML, or why it is none. <paramref name="Stripped"/> counts characters that XML forbids and that were left out.</summary>
internal sealed record ArxivXml(XElement? Root, Refusal? Refusal, int Stripped)
{
    /// <summary>Bounds what a document may expand to; the largest real answers are about 8 million characters.</summary>
    public const int LongestDocument = 64 * 1024 * 1024;

    /// <summary>arXiv's documents are at most 7 deep. Deeper ones would exhaust the stack where their text is collected.</summary>
    private const int DeepestNesting = 32;

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestDocument,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads untrusted bytes. Every outcome is a value.</summary>
    public static ArxivXml Read(byte[] body)
    {
        if (body.Length > LongestDocument)
            return No(RefusalKind.TooLarge, $"The answer is {body.Length:N0} bytes long; more than {LongestDocument:N0} are never read.");
        var (text, stripped) = XmlCharacters.Legal(XmlCharacters.Decode(body));
        var start = text.AsSpan().TrimStart();
        if (WhyNotXml(start) is { } refusal)
            return new ArxivXml(null, refusal, stripped);
        try
        {
            if (!IsShallow(text))
                return No(RefusalKind.Malformed, $"The XML is nested deeper than {DeepestNesting} elements.");
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Strict);
            var root = XElement.Load(reader);
            return root.Name.LocalName == "html" ? new ArxivXml(null, WebPage(start), stripped) : new ArxivXml(root, null, stripped);
        }
        catch (XmlException broken)
        {
            return new ArxivXml(null, WhyBroken(start, broken), stripped);
        }
    }

    /// <summary>Also finds what is not well formed, before a tree is built.</summary>
    private static bool IsShallow(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Strict);
        while (reader.Read())
        {
            if (reader.Depth > DeepestNesting)
                return false;
        }
        return true;
    }

    private static Refusal? WhyNotXml(ReadOnlySpan<char> start)
    {
        if (start.IsEmpty)
            return new Refusal(RefusalKind.NotXml, "The answer is empty.");
        if (start.StartsWith("Rate exceeded", StringComparison.OrdinalIgnoreCase))
            return new Refusal(RefusalKind.RateExceeded, "arXiv answered \"Rate exceeded.\" instead of a document.");
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return WebPage(start);
        return start[0] == '<' ? null : new Refusal(RefusalKind.NotXml, $"The answer is no XML: {ArxivText.Excerpt(start[..Math.Min(200, start.Length)].ToString())}");
    }

    private static Refusal WhyBroken(ReadOnlySpan<char> text, XmlException broken)
    {
        var root = XmlStart.Of(text);
        if (root.Name == "html")
            return WebPage(text);
        if (root.HasDoctype)
            return new Refusal(RefusalKind.DtdForbidden, "The answer declares a document type, which arXiv never does: an attempt to expand or include entities.");
        var where = string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber}, column {broken.LinePosition}");
        if (root.Name.Length > 0 && !text.Contains($"</{root.Name}>", StringComparison.Ordinal))
            return new Refusal(RefusalKind.Truncated, $"The XML ends before its {root.Name} element does ({text.Length:N0} characters came, {where}).");
        return new Refusal(RefusalKind.Malformed, $"The XML is not well formed: {ArxivText.Excerpt(broken.Message, 200)}");
    }

    private static Refusal WebPage(ReadOnlySpan<char> html)
    {
        var words = XmlStart.Tag().Replace(html[..Math.Min(2000, html.Length)].ToString(), " ");
        return new Refusal(RefusalKind.Html, $"The answer is a web page, not a document: {ArxivText.Excerpt(words)}");
    }

    private static ArxivXml No(RefusalKind kind, string message) => new(null, new Refusal(kind, message), 0);
}
