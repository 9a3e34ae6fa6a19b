using System.Xml;

namespace PaperDigest.Api;

/// <summary>Text as XML may hold it: what a reader typed, and a source sent long ago, can have characters that it must not.</summary>
internal static class XmlText
{
    /// <summary>The text with U+FFFD for each character that XML 1.0 forbids.</summary>
    public static string Of(string text)
    {
        if (IsLegal(text)) return text;
        var legal = text.ToCharArray();
        for (var i = 0; i < legal.Length; i++)
        {
            if (XmlConvert.IsXmlChar(legal[i])) continue;
            if (i + 1 < legal.Length && XmlConvert.IsXmlSurrogatePair(legal[i + 1], legal[i])) i++;
            else legal[i] = '\uFFFD';
        }
        return new string(legal);
    }

    private static bool IsLegal(string text) => text.All(XmlConvert.IsXmlChar);
}
