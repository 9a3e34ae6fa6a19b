using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>TeX's accents and what they make of a letter.</summary>
internal static class TexMarks
{
    /// <summary>A letter with two accents that Unicode has no single character for.</summary>
    public const int LongestLetter = 3;

    private const string Signs = "`'^~=.\"";

    private static readonly FrozenDictionary<char, char> Marks = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307',
        ['"'] = '\u0308', ['r'] = '\u030A', ['H'] = '\u030B', ['v'] = '\u030C', ['d'] = '\u0323', ['c'] = '\u0327', ['k'] = '\u0328',
        ['b'] = '\u0331',
    }.ToFrozenDictionary();

    /// <summary>Whether it is an accent that needs no blank or brace before its letter.</summary>
    public static bool IsSign(char c) => Signs.Contains(c);

    public static bool IsMark(char c) => Marks.ContainsKey(c);

    /// <summary>Accents that are written with a blank before the letter: <c>Fran\c cois</c>, and in names others as well.</summary>
    public static bool TakesBlank(char c, bool inName) => inName ? c is 'u' or 'v' or 'H' or 'r' or 'c' or 'k' or 'd' : c is 'u' or 'v' or 'H' or 'c';

    public static bool IsCombining(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>
    /// The letter under the accent, when Unicode has that letter. A letter that has an accent already may take another that Unicode can
    /// only combine (Yoruba's and Vietnamese's); a plain one with such an accent is none.
    /// </summary>
    public static bool TryCompose(ReadOnlySpan<char> letter, char mark, out ReadOnlySpan<char> composed)
    {
        composed = default;
        if (letter.Length > LongestLetter)
            return false;
        // The dotless letters exist to carry an accent; Unicode composes on the dotted ones.
        var text = letter switch { "ı" => "i", "ȷ" => "j", _ => letter.ToString() };
        var whole = (text + Marks[mark]).Normalize(NormalizationForm.FormC);
        composed = whole;
        return whole.Length == 1 || (whole.Length <= LongestLetter && text.Normalize(NormalizationForm.FormD).Length > 1);
    }
}
