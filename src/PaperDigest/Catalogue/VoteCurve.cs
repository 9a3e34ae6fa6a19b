using System.Globalization;

namespace PaperDigest.Catalogue;

/// <summary>Votes over time as a line in a box; time runs to the right, votes from none up to the most.</summary>
public static class VoteCurve
{
    public const int Width = 240;
    public const int Height = 60;

    /// <summary>Room for the line's own breadth.</summary>
    private const int Margin = 3;

    /// <summary>The points of an SVG polyline. <paramref name="series"/> is ordered by time and holds two counts at least.</summary>
    public static string Points(IReadOnlyList<OutsideDetail.Count> series)
    {
        var begin = series[0].At;
        var span = Math.Max(1, (series[^1].At - begin).TotalSeconds);
        var most = Math.Max(1, series.Max(c => c.Votes));
        return string.Join(' ', series.Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"{Margin + ((Width - (2 * Margin)) * (c.At - begin).TotalSeconds / span):0.#},{Height - Margin - ((Height - (2.0 * Margin)) * c.Votes / most):0.#}")));
    }
}
