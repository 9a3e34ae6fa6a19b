using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>Words in TeX, as they are read: escapes and braces gone.</summary>
internal static class TexWriting
{
    /// <summary>Null where a command stands that is not known.</summary>
    public static string? Plain(string source)
    {
        if (!source.AsSpan().ContainsAny("\\{}~$")) return source;
        var plain = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is '{' or '}') continue;
            if (c == '$') return null;
            if (c != '\\')
            {
                plain.Append(c == '~' ? '\u00A0' : c);
                continue;
            }
            var start = ++i;
            while (i < source.Length && char.IsAsciiLetter(source[i])) i++;
            if (i == start)
            {
                if (i == source.Length) return null;
                plain.Append(source[i] is ',' or ';' or ':' or '!' ? ' ' : source[i]);
                continue;
            }
            var name = source[start..i];
            if (TexSigns.Of(name) is { } sign) plain.Append(sign.Text);
            else if (!IsFont(name)) return null;
            // The blank that ends a command's name is no blank of the text.
            if (i < source.Length && source[i] != ' ') i--;
        }
        return plain.ToString();
    }

    private static bool IsFont(string name) =>
        name is "text" or "textrm" or "textbf" or "textit" or "textsf" or "texttt" or "textsc" or "emph" or "mathrm" or "mathbf" or "mathsf" or "mathit" or "mathtt" or "rm" or "bf" or "it" or "sf" or "tt" or "sc" or "tiny" or "small" or "scriptsize"
            or "footnotesize" or "boldmath" or "space";
}
