using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>An author's name as somebody typed it, "Lovelace, A." or "ada_lovelace": folded words in any order.</summary>
/// <param name="Family">The word that an answer must have; the others may be there as initials.</param>
internal sealed record AuthorName(string Family, IReadOnlyList<string> Others)
{
    /// <summary>No name has more words, and each is a look at each author.</summary>
    private const int MostWords = 6;

    /// <param name="typed">Has a letter or digit.</param>
    public static AuthorName Of(string typed)
    {
        var words = SearchText.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        // "Lovelace, Ada" and arXiv's "lovelace_a" begin with the family name; otherwise it is the last that is no initial.
        var family = typed.AsSpan().ContainsAny(',', '_') ? words.FindIndex(w => w.Length > 1) : words.FindLastIndex(w => w.Length > 1);
        family = Math.Max(family, 0);
        return words.Count == 0 ? new AuthorName("", []) : new AuthorName(words[family], [.. words.Where((_, i) => i != family)]);
    }

    /// <summary>Patterns for LIKE of which one must match for a word that may be an initial, here or there.</summary>
    public static IReadOnlyList<string> Patterns(string word) => word.Length == 1 ? [$"% {word}%"] : [$"% {word} %", $"% {word[0]} %"];
}
