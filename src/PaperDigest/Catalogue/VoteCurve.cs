using System.Globalization;

namespace PaperDigest.Catalogue;

/// <summary>Votes over time as lines in one box; time runs to the right, votes from none up to the most.</summary>
public sealed class VoteCurve
{
    public const int Width = 240;
    public const int Height = 60;

    /// <summary>Room for the line's own breadth.</summary>
    private const int Margin = 3;

    private readonly DateTimeOffset _begin;
    private readonly double _span;
    private readonly int _most;

    /// <summary>A box for all of <paramref name="counts"/>; there is one at least.</summary>
    public VoteCurve(IEnumerable<VoteCount> counts)
    {
        var all = counts.ToList();
        _begin = all.Min(c => c.At);
        _span = Math.Max(1, (all.Max(c => c.At) - _begin).TotalSeconds);
        _most = Math.Max(1, all.Max(c => c.Votes));
    }

    /// <summary>The points of an SVG polyline for a series that is ordered by time.</summary>
    public string Points(IEnumerable<VoteCount> series) => string.Join(' ', series.Select(c => string.Create(
        CultureInfo.InvariantCulture,
        $"{Margin + ((Width - (2 * Margin)) * (c.At - _begin).TotalSeconds / _span):0.#},{Height - Margin - ((Height - (2.0 * Margin)) * c.Votes / _most):0.#}")));
}
