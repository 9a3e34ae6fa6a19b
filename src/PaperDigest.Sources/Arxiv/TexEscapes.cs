using System.Text;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Resolves what TeX makes writers escape (<c>\%</c>, <c>\&amp;</c>, <c>\#</c>, <c>\_</c>), outside formulas, whose source is kept.</summary>
internal ref partial struct TexEscapes
{
    private readonly ReadOnlySpan<char> text;
    private readonly StringBuilder plain;

    /// <summary>The delimiters that were once looked for up to the end in vain.</summary>
    private readonly HashSet<string> unclosed;

    private TexEscapes(ReadOnlySpan<char> text)
    {
        this.text = text;
        plain = new StringBuilder(text.Length);
        unclosed = [];
    }

    /// <summary>
    /// The text with plain signs. Formulas are <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c>; an escaped dollar neither opens
    /// nor closes one, and one that nothing closes opens none.
    /// </summary>
    public static string Resolved(string text) => text.Contains('\\') ? new TexEscapes(text).Resolved() : text;

    private readonly string Resolved()
    {
        for (var i = 0; i < text.Length;)
        {
            var ordinary = text[i..].IndexOfAny('\\', '$');
            var end = ordinary == 0 ? FormulaEnd(i) : i + (ordinary < 0 ? text.Length - i : ordinary);
            if (end < 0)
                end = Escaped(i);
            else
                plain.Append(text[i..end]);
            i = end;
        }
        return plain.ToString();
    }

    /// <summary>Puts what a backslash or a single dollar stands for; returns where it ends.</summary>
    private readonly int Escaped(int i)
    {
        if (text[i] == '$' || i + 1 == text.Length)
        {
            plain.Append(text[i]);
            return i + 1;
        }
        if (text[i + 1] is not ('%' or '&' or '#' or '_') && !IsApostrophe(i))
            plain.Append('\\');
        plain.Append(text[i + 1]);
        return i + 2;
    }

    /// <summary>Writers escape apostrophes as programming languages do: "the model\'s" ends in no Polish letter.</summary>
    private readonly bool IsApostrophe(int i)
    {
        if (i == 0 || text[i + 1] != '\'')
            return false;
        var rest = text[(i + 2)..];
        return (char.IsLetterOrDigit(text[i - 1]) && ShortWord().IsMatch(rest[..Math.Min(4, rest.Length)])) || (text[i - 1] == 's' && rest.StartsWith(" "));
    }

    /// <summary>Where the formula that opens here ends, or -1.</summary>
    private readonly int FormulaEnd(int i)
    {
        var rest = text[i..];
        if (rest.StartsWith("$$") && End(i, "$$", 1) is > 0 and var display)
            return display;
        if (rest[0] == '$')
            return rest.Length > 1 && rest[1] != '$' ? End(i, "$", 0) : -1;
        return rest.StartsWith("\\(") ? End(i, "\\)", 1) : rest.StartsWith("\\[") ? End(i, "\\]", 1) : -1;
    }

    /// <summary>Behind the next closing delimiter that no backslash escapes, at least so many characters after the opening one.</summary>
    private readonly int End(int open, string close, int atLeast)
    {
        if (unclosed.Contains(close))
            return -1;
        var i = open + close.Length + atLeast;
        while (i < text.Length)
        {
            var next = text[i..].IndexOfAny('\\', '$');
            if (next < 0)
                break;
            i += next;
            if (text[i..].StartsWith(close))
                return i + close.Length;
            i += text[i] == '\\' ? 2 : 1;
        }
        unclosed.Add(close);
        return -1;
    }

    [GeneratedRegex(@"^(?:s|t|re|ve|ll|d|m)\b")]
    private static partial Regex ShortWord();
}
