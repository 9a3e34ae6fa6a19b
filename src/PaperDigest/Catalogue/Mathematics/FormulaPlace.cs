namespace PaperDigest.Catalogue;

/// <summary>Where a text has a formula: between which signs, from where to where.</summary>
internal readonly record struct FormulaPlace(int Start, int End, int Delimiter, bool IsDisplayed)
{
    private static readonly (string Open, string Close, bool IsDisplayed)[] Delimiters = [("$$", "$$", true), ("$", "$", false), ("\\(", "\\)", false), ("\\[", "\\]", true)];

    public string Source(string text) => text[(Start + Delimiter)..(End - Delimiter)];

    /// <summary>The formula that opens at a place; null when none does, such as at the dollars of "$5 and $6".</summary>
    public static FormulaPlace? At(string text, int start)
    {
        foreach (var (open, close, isDisplayed) in Delimiters)
        {
            if (string.CompareOrdinal(text, start, open, 0, open.Length) != 0) continue;
            var end = Closing(text, start + open.Length, close);
            if (end > start + open.Length && !(open == "$" && IsMoney(text.AsSpan(start + 1, end - start - 1), end + 1 < text.Length ? text[end + 1] : ' ')))
                return new FormulaPlace(start, end + close.Length, open.Length, isDisplayed);
        }
        return null;
    }

    /// <summary>Where the formula is closed. Dollars in its braces open formulas of their own: $\text{M$^3$Net}$.</summary>
    private static int Closing(string text, int from, string close)
    {
        var (depth, inBraces) = (0, -1);
        for (var i = from; i <= text.Length - close.Length; i++)
        {
            if (string.CompareOrdinal(text, i, close, 0, close.Length) == 0)
            {
                if (depth <= 0) return i;
                if (inBraces < 0) inBraces = i;
            }
            if (text[i] == '\\') i++;
            else if (text[i] == '{') depth++;
            else if (text[i] == '}') depth--;
        }
        // Braces that do not pair up hide no end.
        return inBraces;
    }

    /// <summary>A number behind the first dollar, and behind the second another number, or before it a blank: two prices.</summary>
    private static bool IsMoney(ReadOnlySpan<char> between, char next)
    {
        var inner = between.TrimStart();
        return inner.Length == 0 || (char.IsAsciiDigit(inner[0]) && !inner.ContainsAny('\\', '^', '_') && (char.IsAsciiDigit(next) || between[^1] == ' '));
    }
}
