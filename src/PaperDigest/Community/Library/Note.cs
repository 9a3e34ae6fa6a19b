namespace PaperDigest.Community;

/// <summary>What a reader writes to a saved paper: plain text, for nobody else's eyes.</summary>
internal static class Note
{
    public const int Longest = 4000;

    /// <summary>The note as it is kept; null when nothing was written. What no text may hold is left out.</summary>
    public static string? Of(string? typed, int longest = Longest)
    {
        var text = string.Concat((typed ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value == '\n' || !System.Text.Rune.IsControl(r)));
        text = text.Trim();
        if (text.Length > longest) text = text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
        return text.Length == 0 ? null : text;
    }
}
