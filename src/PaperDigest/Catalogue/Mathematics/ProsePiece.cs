namespace PaperDigest.Catalogue;

/// <summary>A piece of a title or an abstract.</summary>
/// <param name="Text">Plain words, or where <paramref name="IsMarkup"/> finished markup.</param>
/// <param name="Address">Where it leads, an address of http or https; null where it leads nowhere.</param>
internal readonly record struct ProsePiece(string Text, ProseStyle Style = ProseStyle.None, string? Address = null, bool IsMarkup = false);
