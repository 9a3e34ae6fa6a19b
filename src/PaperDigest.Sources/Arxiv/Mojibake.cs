using System.Buffers;
using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Repairs UTF-8 that was once read as Windows-1252 (<c>GÃ©omÃ©trie</c>), as arXiv holds it in some comments and journal references,
/// sometimes in one word only, beside others that are right.
/// </summary>
internal static class Mojibake
{
    /// <summary>What Windows-1252 puts at the bytes 80 to 9F.</summary>
    private const string HighControls =
        "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text, repaired wherever letters outside ASCII are exactly the bytes of fewer letters in UTF-8.</summary>
    public static string Repaired(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var repaired = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = RepairableAt(text, i, out var rune);
            if (length > 0)
                repaired.Append(rune.ToString());
            else
                repaired.Append(text[i]);
            i += Math.Max(1, length);
        }
        return repaired.Length == text.Length ? text : repaired.ToString();
    }

    /// <summary>How many characters from here are the bytes of one character; 0 when they are none, or more likely what they look like.</summary>
    private static int RepairableAt(string text, int start, out Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && start + count < text.Length && TryByte(text[start + count], out bytes[count]))
            count++;
        rune = default;
        if (count < 2 || Rune.DecodeFromUtf8(bytes[..count], out rune, out var length) != OperationStatus.Done || length < 2)
            return 0;
        // Two characters may also be a capital before a closing quotation mark or a dash: BESTÄ“, Ü–.
        var ambiguous = length == 2 && IsPunctuation(text[start + 1]) && !(start + 2 < text.Length && char.IsLetter(text[start + 2]));
        return ambiguous || Rune.IsControl(rune) ? 0 : length;
    }

    private static bool TryByte(char c, out byte value)
    {
        var high = HighControls.IndexOf(c);
        value = (byte)(high < 0 ? c : 0x80 + high);
        return high >= 0 || c is >= '\u0080' and <= '\u00FF';
    }

    private static bool IsPunctuation(char c) => c is '‘' or '’' or '“' or '”' or '„' or '‚' or '‹' or '›' or '–' or '—' or '…' or '»';
}
