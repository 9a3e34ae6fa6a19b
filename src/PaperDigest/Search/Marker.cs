using System.Globalization;

namespace PaperDigest.Search;

/// <summary>Finds in a text the words that a query has, in whatever form: what a result page sets off. Not to be used by two threads at once.</summary>
internal sealed class Marker
{
    private readonly Tokenizer _tokenizer;
    private readonly HashSet<string> _stems;

    private Marker(Tokenizer tokenizer, HashSet<string> stems) => (_tokenizer, _stems) = (tokenizer, stems);

    public static Marker Of(string query)
    {
        var tokenizer = new Tokenizer();
        return new Marker(tokenizer, [.. tokenizer.Cut(query).Where(t => !t.EndsSentence && !StopWords.Contains(tokenizer.Letters(t))).Select(t => Stem(tokenizer.Letters(t)))]);
    }

    /// <summary>The text in pieces, in turn what has no word of the query and what has one; the first may be empty.</summary>
    public IReadOnlyList<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var from = 0;
        foreach (var (start, end) in Words(text))
        {
            if (!IsMatch(text[start..end])) continue;
            pieces.Add(text[from..start]);
            pieces.Add(text[start..end]);
            from = end;
        }
        pieces.Add(text[from..]);
        return pieces;
    }

    /// <summary>How many different words of the query are in a text.</summary>
    public int Count(string text) =>
        _tokenizer.Cut(text).Where(t => !t.EndsSentence).Select(t => Stem(_tokenizer.Letters(t))).Where(_stems.Contains).Distinct().Count();

    private bool IsMatch(string word) =>
        _tokenizer.Cut(word).Any(t => !t.EndsSentence && _stems.Contains(Stem(_tokenizer.Letters(t))));

    /// <summary>Runs of letters and digits with what joins them, from the first letter to the last.</summary>
    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = at + 1;
            if (!IsLetter(text[at])) continue;
            while (end < text.Length && (IsLetter(text[end]) || Joins(text, end))) end++;
            yield return (at, end);
        }
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool Joins(string text, int at) => text[at] switch
    {
        '+' or '#' => true,
        '.' => char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]),
        '-' or '\u2010' or '\u2011' or '\'' or '’' or '@' or '&' or '_' => at + 1 < text.Length && IsLetter(text[at + 1]),
        _ => false,
    };

    private static string Stem(ReadOnlySpan<char> word)
    {
        var letters = word.ToArray();
        return new string(letters, 0, Stemmer.Stem(letters));
    }
}
