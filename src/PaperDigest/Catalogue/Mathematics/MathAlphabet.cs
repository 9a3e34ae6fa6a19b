using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>Unicode's mathematical alphabets: browsers set a letter bold or blackboard by its character, not by a style.</summary>
internal static class MathAlphabet
{
    // Where each alphabet's A, a and 0 are; 0 where it has none. Source: Unicode's block Mathematical Alphanumeric Symbols.
    private static (int Upper, int Lower, int Digit) Starts(MathFont font) => font switch
    {
        MathFont.Bold => (0x1D400, 0x1D41A, 0x1D7CE),
        MathFont.Italic => (0x1D434, 0x1D44E, 0),
        MathFont.BoldItalic => (0x1D468, 0x1D482, 0x1D7CE),
        MathFont.Script => (0x1D49C, 0x1D4B6, 0),
        MathFont.Fraktur => (0x1D504, 0x1D51E, 0),
        MathFont.Blackboard => (0x1D538, 0x1D552, 0x1D7D8),
        MathFont.Sans => (0x1D5A0, 0x1D5BA, 0x1D7E2),
        MathFont.Monospace => (0x1D670, 0x1D68A, 0x1D7F6),
        _ => default,
    };

    // The bold Greek capitals, and the small ones from alpha to omega, lie as they do in the block Greek.
    private static (int Upper, int Lower) GreekStarts(MathFont font) => font switch
    {
        MathFont.Bold => (0x1D6A8, 0x1D6C2),
        MathFont.BoldItalic => (0x1D71C, 0x1D736),
        _ => default,
    };

    /// <summary>The letters that had their characters before the alphabets came.</summary>
    private static readonly Dictionary<(MathFont, char), string> Elder = new()
    {
        [(MathFont.Italic, 'h')] = "ℎ",
        [(MathFont.Script, 'B')] = "ℬ", [(MathFont.Script, 'E')] = "ℰ", [(MathFont.Script, 'F')] = "ℱ", [(MathFont.Script, 'H')] = "ℋ",
        [(MathFont.Script, 'I')] = "ℐ", [(MathFont.Script, 'L')] = "ℒ", [(MathFont.Script, 'M')] = "ℳ", [(MathFont.Script, 'R')] = "ℛ",
        [(MathFont.Script, 'e')] = "ℯ", [(MathFont.Script, 'g')] = "ℊ", [(MathFont.Script, 'o')] = "ℴ",
        [(MathFont.Fraktur, 'C')] = "ℭ", [(MathFont.Fraktur, 'H')] = "ℌ", [(MathFont.Fraktur, 'I')] = "ℑ", [(MathFont.Fraktur, 'R')] = "ℜ", [(MathFont.Fraktur, 'Z')] = "ℨ",
        [(MathFont.Blackboard, 'C')] = "ℂ", [(MathFont.Blackboard, 'H')] = "ℍ", [(MathFont.Blackboard, 'N')] = "ℕ", [(MathFont.Blackboard, 'P')] = "ℙ",
        [(MathFont.Blackboard, 'Q')] = "ℚ", [(MathFont.Blackboard, 'R')] = "ℝ", [(MathFont.Blackboard, 'Z')] = "ℤ",
    };

    /// <summary>The text in that alphabet; what the alphabet does not have stays as it is.</summary>
    public static string In(MathFont font, string text)
    {
        if (font is MathFont.Default or MathFont.Roman) return text;
        var letters = new StringBuilder(text.Length * 2);
        foreach (var rune in text.EnumerateRunes()) letters.Append(Letter(font, rune));
        return letters.ToString();
    }

    private static string Letter(MathFont font, Rune rune)
    {
        if (rune.IsBmp && Elder.TryGetValue((font, (char)rune.Value), out var elder)) return elder;
        var (upper, lower, digit) = Starts(font);
        var (greekUpper, greekLower) = GreekStarts(font);
        var (start, first) = rune.Value switch
        {
            >= 'A' and <= 'Z' => (upper, 'A'),
            >= 'a' and <= 'z' => (lower, 'a'),
            >= '0' and <= '9' => (digit, '0'),
            >= 'Α' and <= 'Ω' => (greekUpper, 'Α'),
            >= 'α' and <= 'ω' => (greekLower, 'α'),
            _ => (0, '\0'),
        };
        return start == 0 ? rune.ToString() : char.ConvertFromUtf32(start + rune.Value - first);
    }
}
