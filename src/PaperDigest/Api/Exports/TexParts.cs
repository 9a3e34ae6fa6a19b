namespace PaperDigest.Api;

/// <summary>A title or abstract in its parts: words, and mathematics between dollar signs.</summary>
internal static class TexParts
{
    /// <summary>The parts in order; mathematics with its dollar signs. Where these do not pair up, all is words.</summary>
    public static IEnumerable<(string Text, bool IsMath)> Of(string text)
    {
        var signs = Enumerable.Range(0, text.Length).Where(i => text[i] == '$' && (i == 0 || text[i - 1] != '\\')).ToList();
        if (signs.Count % 2 != 0) signs.Clear();
        var from = 0;
        for (var i = 0; i < signs.Count; i += 2)
        {
            if (signs[i] > from) yield return (text[from..signs[i]], false);
            from = signs[i + 1] + 1;
            yield return (text[signs[i]..from], true);
        }
        if (from < text.Length) yield return (text[from..], false);
    }
}
