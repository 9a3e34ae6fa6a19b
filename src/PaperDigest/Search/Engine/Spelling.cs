namespace PaperDigest.Search;

/// <summary>
/// Finds the word that was meant by one that no paper has: with one letter left out, put in, exchanged or two neighbours swapped
/// (F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964), and two of these in a
/// long word, whose first letter is taken to be right.
/// </summary>
internal static class Spelling
{
    /// <summary>Of a shorter word too little is left to know it by.</summary>
    public const int ShortestWord = 4;

    /// <summary>From this length on two slips are forgiven.</summary>
    private const int LongWord = 8;

    /// <summary>What fewer papers have may be a slip itself.</summary>
    private const int FewestPapers = 2;

    /// <summary>The word nearest to one that is unknown, and of equally near ones that which most papers have; null for none.</summary>
    /// <param name="papers">How many papers have a word.</param>
    public static string? Correct(string word, Vocabulary vocabulary, Func<int, int> papers)
    {
        if (word.Length < ShortestWord || word.Length > Tokenizer.LongestWord || !word.All(char.IsAsciiLetter)) return null;
        var most = word.Length >= LongWord ? 2 : 1;
        var (best, distance, frequency) = (-1, most, FewestPapers - 1);
        Span<byte> letters = stackalloc byte[word.Length];
        for (var i = 0; i < word.Length; i++) letters[i] = (byte)word[i];
        for (var number = 1; number < vocabulary.Count; number++)
        {
            var known = vocabulary.Bytes(number);
            if (!vocabulary.IsWritten(number) || Math.Abs(known.Length - letters.Length) > distance || (distance == 2 && known[0] != letters[0])) continue;
            var slips = Slips(letters, known, distance);
            if (slips > distance) continue;
            var found = papers(number);
            if (slips < distance ? found < FewestPapers : found <= frequency) continue;
            (best, distance, frequency) = (number, slips, found);
        }
        return best < 0 ? null : vocabulary[best];
    }

    /// <summary>How many slips part two words, as far as <paramref name="most"/>, which is 1 or 2; more otherwise.</summary>
    internal static int Slips(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int most)
    {
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.Length == 0 || b.Length == 0) return Math.Max(a.Length, b.Length);
        if (most == 0) return 1;
        // What is left begins with a slip.
        var left = Math.Min(Slips(a[1..], b[1..], most - 1), Math.Min(Slips(a[1..], b, most - 1), Slips(a, b[1..], most - 1)));
        if (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0]) left = Math.Min(left, Slips(a[2..], b[2..], most - 1));
        return 1 + left;
    }
}
