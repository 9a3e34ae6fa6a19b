using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Catalogue;

/// <summary>
/// Where a page of a newest-first list ends: the next one holds what was listed before this paper. Unlike a page number it costs
/// the same at the hundredth page as at the first, and nothing is shown twice when papers arrive meanwhile.
/// </summary>
public sealed record ListedBefore(DateOnly Day, string Paper)
{
    /// <summary>Before everything: the first page.</summary>
    public static readonly ListedBefore Newest = new(DateOnly.MaxValue, "");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is anything else.</summary>
    public static ListedBefore? Parse(string text)
    {
        var parts = text.Split('_', 2);
        return parts.Length == 2 && DayWords.TryParse(parts[0], out var day) && ArxivId.TryParse(parts[1], out var id)
            ? new ListedBefore(day, id.ToString())
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}_{Paper}");
}
