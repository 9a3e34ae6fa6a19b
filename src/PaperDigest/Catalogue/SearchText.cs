using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PaperDigest.Catalogue;

/// <summary>The form in which titles and authors are compared: lower case, without accents, words separated by one blank.</summary>
public static class SearchText
{
    /// <summary>Folds <paramref name="text"/>: "Schrödinger's  Cat" becomes "schrodinger s cat".</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Plain(text))
        {
            if (char.IsLetterOrDigit(c)) folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>The text in lower case and without accents, all other characters kept: "Schrödinger's Cat" becomes "schrodinger's cat".</summary>
    internal static string Plain(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var plain = new StringBuilder(text.Length);
        foreach (var c in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (Letters.TryGetValue(c, out var letters)) plain.Append(letters);
            else plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    /// <summary>
    /// What the catalogue stores of a paper to be found by: the folded title and the folded authors, held apart by a bar so that
    /// no phrase reaches from one into the other. A blank stands before and after each word, so that <c>LIKE '% ai %'</c> finds a
    /// word and <c>LIKE '% trans%'</c> its beginning, both by the trigram index.
    /// </summary>
    public static string Of(string title, IReadOnlyList<string> authors) =>
        // A collaboration of thousands would fill the index with names nobody looks up one by one.
        $" {string.Join(" | ", authors.Take(MostAuthors).Prepend(title).Select(Fold))} ";

    private const int MostAuthors = 100;

    /// <summary>Letters that Unicode does not take apart into a plain one and a mark.</summary>
    private static readonly FrozenDictionary<char, string> Letters = new Dictionary<char, string>
    {
        ['ł'] = "l", ['Ł'] = "l", ['ø'] = "o", ['Ø'] = "o", ['đ'] = "d", ['Đ'] = "d", ['ð'] = "d", ['Ð'] = "d", ['ħ'] = "h", ['Ħ'] = "h",
        ['ı'] = "i", ['ŧ'] = "t", ['Ŧ'] = "t", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe", ['ß'] = "ss", ['ẞ'] = "ss",
        ['þ'] = "th", ['Þ'] = "th",
    }.ToFrozenDictionary();

    private static string Decomposed(string text)
    {
        // What is typed into a search box can hold half of a surrogate pair, which Normalize refuses; encoding replaces it.
        if (text.Any(char.IsSurrogate)) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Normalize(NormalizationForm.FormKD);
    }
}
