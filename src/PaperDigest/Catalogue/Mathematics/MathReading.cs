using System.Globalization;
using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>A formula as a line of characters: for titles of windows and mails, and for those who have it read to them.</summary>
internal static class MathReading
{
    private const string Digits = "0123456789+−=()n i";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ ⁱ";
    private const string LowDigits = "0123456789+−=()aehijklmnoprstuvx";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    public static string Of(MathNode formula) => Read(formula, isScript: false).Trim();

    private static string Read(MathNode node, bool isScript) => node switch
    {
        MathNode.Row row => Line(row.Parts, isScript),
        MathNode.Letters { Font: MathFont.Blackboard } letters => MathAlphabet.In(MathFont.Blackboard, letters.Text),
        MathNode.Letters letters => letters.Text,
        MathNode.Number number => number.Text,
        MathNode.Named named => named.Text,
        MathNode.Sign sign => sign.Text,
        MathNode.Words words => words.Text,
        MathNode.Space space => space.Em > 0 ? " " : "",
        MathNode.Scripts scripts => Scripts(scripts),
        MathNode.Fraction fraction => $"{Grouped(fraction.Upper)}{(fraction.HasLine ? "/" : " ")}{Grouped(fraction.Lower)}",
        MathNode.Root root => (root.Degree is null ? "" : Script(root.Degree, "", Digits, Raised)) + "√" + Grouped(root.Radicand),
        MathNode.Accented accented => Accented(accented),
        MathNode.Fenced fenced => fenced.Open + Read(fenced.Body, isScript) + fenced.Close,
        MathNode.Table table => string.Join("; ", table.Rows.Select(row => string.Join(", ", row.Select(cell => Read(cell, isScript).Trim())))),
        _ => "",
    };

    private static string Line(IReadOnlyList<MathNode> parts, bool isScript)
    {
        var gaps = MathSpacing.Before(parts, isScript);
        var line = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (gaps[i] > 0 && line.Length > 0 && line[^1] != ' ') line.Append(' ');
            line.Append(Read(parts[i], isScript));
        }
        return line.ToString();
    }

    private static string Scripts(MathNode.Scripts scripts)
    {
        var text = Read(scripts.Base, isScript: false);
        if (scripts.Below is { } below) text += Script(below, "_", LowDigits, Lowered);
        if (scripts.Above is MathNode.Sign { Text: "∘" }) return text + "°";
        if (scripts.Above is { } above) text += Script(above, "^", Digits, Raised);
        return text;
    }

    private static string Script(MathNode script, string sign, string plain, string set)
    {
        var text = Read(script, isScript: true);
        if (text.Length > 0 && text.All(c => c == '′' || plain.Contains(c))) return string.Concat(text.Select(c => c == '′' ? c : set[plain.IndexOf(c)]));
        return text.All(char.IsLetterOrDigit) || text.Length == 1 ? sign + text : $"{sign}({text})";
    }

    private static string Grouped(MathNode node)
    {
        var text = Read(node, isScript: false);
        return text.All(c => char.IsLetterOrDigit(c) || c == '.') ? text : $"({text})";
    }

    private static string Accented(MathNode.Accented accented)
    {
        var text = Read(accented.Base, isScript: false);
        if (new StringInfo(text).LengthInTextElements != 1) return text;
        var mark = accented.Mark switch
        {
            "^" => "\u0302", "~" => "\u0303", "¯" => "\u0304", "_" => "\u0332", "→" => "\u20D7", "˙" => "\u0307", "¨" => "\u0308", "ˇ" => "\u030C", _ => "",
        };
        return (text + mark).Normalize();
    }
}
