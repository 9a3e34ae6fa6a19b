using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Decodes an answer and leaves out what XML 1.0 forbids. One control character in one abstract would otherwise cost
/// the whole page, and such characters do occur in arXiv's records.
/// </summary>
internal static partial class XmlCharacters
{
    private const int DeclarationLength = 200;

    /// <summary>The text by its byte order mark or XML declaration, UTF-8 if neither speaks. Invalid bytes become U+FFFD.</summary>
    public static string Decode(byte[] body)
    {
        using var reader = new StreamReader(new MemoryStream(body), Declared(body), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>The text without forbidden characters and references to them, and how many were left out.</summary>
    public static (string Text, int Stripped) Legal(string text)
    {
        var stripped = 0;
        if (text.Contains("&#", StringComparison.Ordinal))
        {
            text = Reference().Replace(text, match =>
            {
                if (IsLegal(match))
                    return match.Value;
                stripped++;
                return "";
            });
        }
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                legal.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                legal.Append(text[i]).Append(text[++i]);
            else
                stripped++;
        }
        return (legal.ToString(), stripped);
    }

    private static Encoding Declared(byte[] body)
    {
        var declaration = Encoding.Latin1.GetString(body, 0, Math.Min(DeclarationLength, body.Length));
        return Name().Match(declaration).Groups[1].Value.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : Encoding.UTF8;
    }

    private static bool IsLegal(Match reference)
    {
        var hex = reference.Groups["hex"];
        var known = hex.Success
            ? int.TryParse(hex.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(reference.Groups["decimal"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return known && code is (>= 0x20 and <= 0xD7FF) or 0x9 or 0xA or 0xD or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Name();

    [GeneratedRegex("&#(?:x(?<hex>[0-9A-Fa-f]+)|(?<decimal>[0-9]+));")]
    private static partial Regex Reference();
}
