using System.Globalization;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>Encoded-words of RFC 2047 in UTF-8: at most 75 characters each, never splitting a character.</summary>
internal static class EncodedWord
{
    private const int Longest = 75;
    private const int Frame = 12; // =?utf-8?Q? and ?=

    /// <summary>The words that decode to exactly this text; the first leaves <paramref name="used"/> columns of its line free.</summary>
    public static IReadOnlyList<string> Encode(string text, int used)
    {
        var words = new List<string>();
        var quoted = QuotedLength(text) <= Base64Length(Encoding.UTF8.GetByteCount(text));
        var room = HeaderText.FoldAt - used - Frame;
        var chunk = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var added = quoted ? QuotedLength(rune) : rune.Utf8SequenceLength;
            if (chunk.Length > 0 && (quoted ? length + added : Base64Length(length + added)) > room)
            {
                words.Add(Word(chunk.ToString(), quoted));
                chunk.Clear();
                length = 0;
                room = Longest - Frame;
            }
            chunk.Append(rune.ToString());
            length += added;
        }
        words.Add(Word(chunk.ToString(), quoted));
        return words;
    }

    private static string Word(string text, bool quoted) =>
        quoted ? $"=?utf-8?Q?{Quote(text)}?=" : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            if (octet == ' ')
                quoted.Append('_');
            else if (StandsForItself((char)octet))
                quoted.Append((char)octet);
            else
                quoted.Append(CultureInfo.InvariantCulture, $"={octet:X2}");
        }
        return quoted.ToString();
    }

    private static int QuotedLength(string text)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
            length += QuotedLength(rune);
        return length;
    }

    private static int QuotedLength(Rune rune) =>
        rune.IsAscii && (rune.Value == ' ' || StandsForItself((char)rune.Value)) ? 1 : 3 * rune.Utf8SequenceLength;

    private static int Base64Length(int octets) => (octets + 2) / 3 * 4;

    // The narrow set of RFC 2047, 5 (3), so that a word is right in a phrase too.
    private static bool StandsForItself(char c) => char.IsAsciiLetterOrDigit(c) || c is '!' or '*' or '+' or '-' or '/';
}
