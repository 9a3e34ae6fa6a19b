namespace PaperDigest.Community;

/// <summary>What a reader writes to a saved paper: plain text, for nobody else's eyes.</summary>
internal static class Note
{
    public const int Longest = 4000;

    /// <summary>The note as it is kept; null when nothing was written. What no text may hold is left out.</summary>
    public static string? Of(string? typed)
    {
        var text = string.Concat((typed ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value == '\n' || !System.Text.Rune.IsControl(r)));
        text = text.Trim();
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        return text.Length == 0 ? null : text;
    }
}
