using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>Which of a reader's saved papers are asked for.</summary>
/// <param name="Text">What was typed to search for; empty for all.</param>
/// <param name="Tag">Null for all.</param>
public sealed record SavedChoice(string Text, string? Tag)
{
    public const int LongestText = 200;
    private const int MostWords = 16;

    public static readonly SavedChoice All = new("", null);

    /// <summary>Whether all of the reader's papers are meant.</summary>
    public bool IsAll => Tag is null && Text.Length == 0;

    /// <summary>Patterns for LIKE that a paper's folded text must all match: each word typed, wherever it stands.</summary>
    public string[] Patterns => [.. SearchText.Fold(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MostWords).Select(w => $"%{w}%")];

    public static SavedChoice Of(string? typed, string? tag)
    {
        var text = (typed ?? "").Trim();
        return new SavedChoice(text.Length > LongestText ? text[..LongestText] : text, Tags.One(tag));
    }
}
