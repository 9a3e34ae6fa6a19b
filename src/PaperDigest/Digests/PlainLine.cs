using System.Globalization;
using System.Text;

namespace PaperDigest.Digests;

/// <summary>
/// Text from outside as one line of a mail: no line breaks, no other controls, nothing that turns the direction of writing.
/// </summary>
internal static class PlainLine
{
    // They join letters in Persian, Indic scripts and emoji.
    private const char NonJoiner = '\u200C', Joiner = '\u200D';

    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c)) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (c is NonJoiner or Joiner || char.GetUnicodeCategory(c) != UnicodeCategory.Format) line.Append(c);
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>At most <paramref name="most"/> characters, cut between words, with an ellipsis where something is missing.</summary>
    public static string Short(string text, int most)
    {
        var line = Of(text);
        if (line.Length <= most) return line;
        var blank = line.LastIndexOf(' ', most - 1);
        var end = blank > most / 2 ? blank : most - 1;
        // Not between the halves of a character.
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return line[..end].TrimEnd(' ', ',', ':', ';', '-') + "…";
    }
}
