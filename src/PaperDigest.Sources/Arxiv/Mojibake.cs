using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Repairs UTF-8 that was once read as Windows-1252 (<c>GÃ©omÃ©trie</c>), as arXiv holds it in some comments and journal references.</summary>
internal static class Mojibake
{
    /// <summary>What Windows-1252 puts at the bytes 80 to 9F.</summary>
    private const string HighControls =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The repaired text; a text that is right, or not wholly wrong, comes back as it was.</summary>
    public static string Repaired(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var high = HighControls.IndexOf(text[i]);
            if (high < 0 && text[i] > 0xFF)
                return text;
            bytes[i] = (byte)(high < 0 ? text[i] : 0x80 + high);
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
