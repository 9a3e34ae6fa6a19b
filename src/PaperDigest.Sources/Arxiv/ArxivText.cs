using System.Text;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Brings arXiv's texts into one form, so that the same text from any of its interfaces is the same string: composed Unicode,
/// single blanks, no control characters, TeX letters as Unicode outside formulas. Angle brackets and formulas stay as written.
/// </summary>
public static partial class ArxivText
{
    /// <summary>One line: a title, comment or journal reference.</summary>
    public static string Line(string? text) => Folded(WithoutTex(Cleaned(text)));

    /// <summary>One line of a field where arXiv holds some text that was decoded wrongly long ago: comments, journal references.</summary>
    internal static string Note(string? text) => Line(Mojibake.Repaired(text ?? ""));

    /// <summary>An abstract: paragraphs, each one line, separated by an empty line.</summary>
    public static string Paragraphs(string? text)
    {
        var clean = WithoutTex(Cleaned(text).Replace("\r\n", "\n").Replace('\r', '\n')).Trim();
        // arXiv wraps lines at 80 columns; an empty line or an indented one begins a paragraph.
        return string.Join("\n\n", ParagraphBreak().Split(clean).Select(Folded).Where(paragraph => paragraph.Length > 0));
    }

    /// <summary>A list of names as one line: TeX letters as Unicode, braces and ties dropped.</summary>
    internal static string Names(string? text)
    {
        var names = TexAccents.ToUnicode(Cleaned(text));
        if (names.Contains('\\') || names.Contains('{') || names.Contains('~'))
            names = NameMarkup().Replace(names, match => match.Value is "{" or "}" ? "" : " ");
        return Folded(names);
    }

    /// <summary>A short piece of a text for a report, at most <paramref name="length"/> characters.</summary>
    internal static string Excerpt(string? text, int length = 120)
    {
        var line = Folded(Cleaned(text is { Length: > 2000 } ? text[..2000] : text));
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length - 1), "…");
    }

    private static string Folded(string text) => Blanks().Replace(text, " ").Trim().Normalize(NormalizationForm.FormC);

    /// <summary>Unicode letters and plain signs for TeX's, except in formulas, whose source is kept.</summary>
    private static string WithoutTex(string text)
    {
        if (!text.Contains('\\'))
            return text;
        var plain = new StringBuilder(text.Length);
        var end = 0;
        foreach (var formula in Formula().EnumerateMatches(text))
        {
            plain.Append(PlainWords(text[end..formula.Index])).Append(text, formula.Index, formula.Length);
            end = formula.Index + formula.Length;
        }
        return plain.Append(PlainWords(text[end..])).ToString();
    }

    private static string PlainWords(string text)
    {
        // Writers escape apostrophes as programming languages do: "the model\'s" ends in no Polish letter.
        text = TexAccents.ToUnicode(EscapedApostrophe().Replace(text, "'"));
        return EscapedSign().Replace(text, "$1");
    }

    /// <summary>Without controls, zero-width and direction marks (which could disguise a text) and halves of surrogate pairs.</summary>
    private static string Cleaned(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                kept.Append(c).Append(text[++i]);
            else if (!IsDropped(c))
                kept.Append(c);
        }
        return kept.ToString();
    }

    private static bool IsDropped(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085'))
        || char.IsSurrogate(c)
        || c is '\u200B' or '\uFEFF' or '\u00AD' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\n[ \t]*\n\s*|\n[ \t]{2,}")]
    private static partial Regex ParagraphBreak();

    [GeneratedRegex(@"\\[\\, ;]|[{}~]")]
    private static partial Regex NameMarkup();

    /// <summary><c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>; an escaped dollar neither opens nor closes.</summary>
    [GeneratedRegex(@"(?<!\\)\$\$.+?\$\$|(?<!\\)\$(?:\\.|[^$\\])+\$|\\\(.+?\\\)|\\\[.+?\\\]", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?<=[\p{L}\p{Nd}])\\'(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=s)\\'(?=\s)")]
    private static partial Regex EscapedApostrophe();

    [GeneratedRegex(@"(?<!\\)\\([%&#_])")]
    private static partial Regex EscapedSign();
}
