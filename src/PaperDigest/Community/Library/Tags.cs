using System.Text;

namespace PaperDigest.Community;

/// <summary>
/// A reader's own words for saved papers: free text of at most <see cref="Longest"/> characters without commas, which part one
/// from the next. Two that differ in case only are one.
/// </summary>
internal static class Tags
{
    public const int Longest = 40;

    /// <summary>Tags on one paper; more help nobody to find it.</summary>
    public const int MostOnPaper = 20;

    /// <summary>The tags in what was typed and ticked, each once, sorted, as many as a paper takes.</summary>
    public static string[] Of(IEnumerable<string?> typed) =>
    [
        .. typed.SelectMany(t => (t ?? "").Split(',')).Select(Clean).Where(t => t.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostOnPaper).Order(StringComparer.OrdinalIgnoreCase).ThenBy(t => t, StringComparer.Ordinal),
    ];

    /// <summary>The first tag in what was typed; null when there is none.</summary>
    public static string? One(string? typed) => Of([typed]) is [var tag, ..] ? tag : null;

    private static string Clean(string typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest) break;
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd();
    }
}
