using System.Text;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>What somebody typed into the search box, made safe to look up and to show again.</summary>
/// <param name="Text">The text without control characters, at most <see cref="LongestText"/> characters.</param>
/// <param name="Words">Its different words, folded as the catalogue's are; nothing but letters and digits.</param>
public sealed record SearchQuery(string Text, IReadOnlyList<string> Words)
{
    /// <summary>The longest title in arXiv has 381 characters, but nobody types one.</summary>
    public const int LongestText = 250;

    /// <summary>Each word is one more condition; sixteen pick one paper out of millions.</summary>
    private const int MostWords = 16;

    /// <summary>The index holds pieces of three characters, so that a shorter word is only told from others as a whole.</summary>
    private const int ShortestBeginning = 3;

    public static SearchQuery Of(string? typed)
    {
        var text = Clean(typed ?? "");
        return new SearchQuery(text, [.. SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords)]);
    }

    /// <summary>
    /// What to find in <see cref="Paper.SearchText"/>, as patterns for LIKE that must all match: the beginning of a word, or the
    /// whole of a very short one.
    /// </summary>
    public IReadOnlyList<string> Patterns => [.. Words.Select(w => w.Length < ShortestBeginning ? $"% {w} %" : Beginning(w))];

    /// <summary>The same while the last word is still being typed.</summary>
    public IReadOnlyList<string> PatternsSoFar => Words.Count == 0 ? [] : [.. Patterns.Take(Words.Count - 1), Beginning(Words[^1])];

    /// <summary>What was understood of it.</summary>
    internal ParsedQuery Parsed => QueryParser.Parse(Text);

    private static string Beginning(string word) => $"% {word}%";

    private static string Clean(string typed)
    {
        var clean = new StringBuilder();
        // Half a surrogate pair comes out as U+FFFD, which the database can store and Unicode can fold.
        foreach (var rune in typed.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > LongestText) break;
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }
}
