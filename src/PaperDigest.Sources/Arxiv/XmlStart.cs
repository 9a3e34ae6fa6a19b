using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>What stands before and in the first tag of a document that could not be parsed.</summary>
internal readonly partial record struct XmlStart(string Name, bool HasDoctype)
{
    private const int Window = 4000;

    public static XmlStart Of(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(Window, text.Length)].ToString();
        var root = Root().Match(head);
        var prolog = root.Success ? head[..root.Index] : head;
        return new XmlStart(root.Groups["name"].Value, prolog.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"<(?<name>[A-Za-z_][\w:.-]*)")]
    private static partial Regex Root();

    [GeneratedRegex("<[^>]*>?")]
    internal static partial Regex Tag();
}
