namespace PaperDigest.Catalogue;

/// <summary>An abstract in the paragraphs its authors gave it.</summary>
public static class Paragraphs
{
    /// <summary>
    /// Splits at blank lines and before indented lines, which is how arXiv marks a paragraph; single line breaks are only where the
    /// sender's editor wrapped, and become blanks.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var starts = line.Length == 0 || char.IsWhiteSpace(line[0]);
            if (starts) Close();
            if (!string.IsNullOrWhiteSpace(line)) lines.Add(line.Trim());
        }
        Close();
        return paragraphs;

        void Close()
        {
            if (lines.Count > 0) paragraphs.Add(string.Join(' ', lines));
            lines.Clear();
        }
    }
}
