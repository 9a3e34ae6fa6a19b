using System.Text;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Turns TeX's accented and special letters into Unicode: <c>\'e</c>, <c>{\"o}</c>, <c>\v{z}</c>, <c>{\aa}</c>, <c>\ss</c>.</summary>
internal static partial class TexAccents
{
    private static readonly FrozenDictionary<char, char> Marks = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307',
        ['"'] = '\u0308', ['r'] = '\u030A', ['H'] = '\u030B', ['v'] = '\u030C', ['d'] = '\u0323', ['c'] = '\u0327', ['k'] = '\u0328',
        ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["aa"] = "å", ["AA"] = "Å", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["o"] = "ø", ["O"] = "Ø", ["l"] = "ł", ["L"] = "Ł",
        ["ss"] = "ß", ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["DH"] = "Ð", ["th"] = "þ", ["TH"] = "Þ", ["dj"] = "đ", ["DJ"] = "Đ",
        ["ng"] = "ŋ", ["NG"] = "Ŋ",
    }.ToFrozenDictionary();

    /// <summary>The text with its TeX letters as Unicode. What is no known letter stays as it was.</summary>
    public static string ToUnicode(string text)
    {
        if (!text.Contains('\\'))
            return text;
        text = Letter().Replace(text, LetterOf);
        // Twice, because Vietnamese letters carry two accents, one inside the other.
        return Accent().Replace(Accent().Replace(text, AccentOf), AccentOf);
    }

    private static string LetterOf(Match match) =>
        Letters.GetValueOrDefault(match.Groups["a"].Success ? match.Groups["a"].Value : match.Groups["b"].Value, match.Value);

    private static string AccentOf(Match match)
    {
        var letter = match.Groups["letter"].Value[0];
        // The dotless letters exist to carry an accent; Unicode composes on the dotted ones.
        letter = letter switch { 'ı' => 'i', 'ȷ' => 'j', _ => letter };
        var mark = Marks[match.Groups["mark"].Value[0]];
        var composed = $"{letter}{mark}".Normalize(NormalizationForm.FormC);
        if (composed.Length > 1)
            return match.Value;
        // A closing brace without an opening one (or the reverse) belongs to something else: keep it.
        var (open, close) = (match.Groups["open"].Success, match.Groups["close"].Success);
        return open == close ? composed : open ? "{" + composed : composed + "}";
    }

    /// <summary><c>{\aa}</c>, or <c>\aa</c> with the blank or empty group that ends the command.</summary>
    [GeneratedRegex(@"\{\\(?<a>[a-zA-Z]{1,2})\s*\}|\\(?<b>aa|AA|ae|AE|oe|OE|ss|dh|DH|th|TH|dj|DJ|ng|NG|o|O|l|L|i|j)(?:\{\}|(?![a-zA-Z])[ ]?)")]
    private static partial Regex Letter();

    /// <summary>An accent command and one letter, with or without braces around the letter or the whole. <c>\v</c> and its like need a blank or brace: <c>\vec</c> is no accent.</summary>
    [GeneratedRegex("""(?<open>\{)?\\(?:(?<mark>[`'^~=."])|(?<mark>[uvHrdck])(?:\s+|(?=\{))|(?<mark>b)(?=\{))(?:\{\s*(?<letter>\p{L})\s*\}|(?<letter>\p{L}))(?<close>\})?""")]
    private static partial Regex Accent();
}
