using System.Globalization;

namespace PaperDigest.Ranking;

/// <summary>
/// Keeps two of the first ten places of what is trending for new papers with few votes, which nobody votes for because nobody sees
/// them. Which papers stand there changes every hour, evenly among all of them, and depends on nothing else: two servers show the same.
/// </summary>
internal static class FreshSlots
{
    /// <summary>A paper with as many votes has been seen.</summary>
    public const int FewVotes = 5;

    /// <summary>The places, from 1; one beyond the end of the list stays unused.</summary>
    private static readonly int[] Places = [5, 10];

    /// <summary>How many to draw, as some of them may stand among the first anyway.</summary>
    public static int Drawn => Places.Length + Places[^1];

    /// <summary>The hour by whose name the papers are drawn.</summary>
    public static string Draw(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    /// <summary>The list with those drawn in their places; whoever would have stood among the first ten anyway keeps his own.</summary>
    public static IReadOnlyList<Trend> In(IReadOnlyList<Trend> ranked, IEnumerable<Trend> drawn)
    {
        var first = ranked.Take(Places[^1]).Select(t => t.ArxivId).ToHashSet(StringComparer.Ordinal);
        var fresh = drawn.Where(t => !first.Contains(t.ArxivId)).ToList();
        var moved = fresh.Select(t => t.ArxivId).ToHashSet(StringComparer.Ordinal);
        var list = ranked.Where(t => !moved.Contains(t.ArxivId)).ToList();
        foreach (var (place, paper) in Places.Zip(fresh))
        {
            if (list.Count < place - 1) break;
            list.Insert(place - 1, paper with { IsFresh = true });
        }
        return [.. list.Select((t, i) => t with { Place = i + 1, Papers = ranked.Count })];
    }
}
