using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>Words and “quoted phrases” that papers must have or must not have, as somebody typed them.</summary>
public static class FilterWords
{
    /// <summary>Each is looked for in every abstract of the list.</summary>
    public const int Most = 8;

    /// <summary>Of all that is typed.</summary>
    public const int LongestText = 200;

    private const string Marks = "\"“”„";

    /// <summary>The different words and phrases of a text, without regard to case; what has no letter or digit is none. At most <see cref="Most"/>.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        // Between marks every second piece is a phrase; a mark that is never closed begins one all the same.
        foreach (var (i, piece) in text.Split(Marks.ToCharArray()).Index())
        {
            var parts = piece.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            found.AddRange(i % 2 == 1 ? [string.Join(' ', parts)] : parts);
        }
        return [.. found.Where(w => w.Any(char.IsLetterOrDigit)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    /// <summary>As a text that <see cref="Of"/> reads the same again.</summary>
    public static string Text(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>A phrase in its marks, a word as it is.</summary>
    public static string Quoted(string word) => word.Contains(' ') ? $"\"{word}\"" : word;

    /// <summary>PostgreSQL's regular expression of a whole word or phrase. Every sign stands for itself; words may be parted by any blanks.</summary>
    public static string Pattern(string word)
    {
        var pattern = new StringBuilder();
        if (char.IsLetterOrDigit(word[0])) pattern.Append(@"\m");
        foreach (var sign in word.EnumerateRunes())
        {
            if (sign.Value == ' ') pattern.Append(@"\s+");
            else if (Rune.IsLetterOrDigit(sign) || !sign.IsAscii) pattern.Append(sign);
            else pattern.Append('\\').Append(sign);
        }
        if (char.IsLetterOrDigit(word[^1])) pattern.Append(@"\M");
        return pattern.ToString();
    }
}
