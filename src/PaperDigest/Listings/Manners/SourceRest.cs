using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>How long a source is left alone after it turned a request away.</summary>
internal static class SourceRest
{
    /// <summary>Ten of arXiv's intervals are half a minute.</summary>
    private const int IntervalsAtFirst = 10;

    private static readonly TimeSpan FirstAfterForbidden = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>A server that names a year is asked once a day all the same; nobody else would tell that it has changed its mind.</summary>
    private static readonly TimeSpan LongestAfterForbidden = TimeSpan.FromDays(1);

    /// <summary>As long as the source told; where it told nothing, longer with each of the <paramref name="before"/> refusals that went before in a row.</summary>
    public static TimeSpan After(Rebuff rebuff, int before, TimeSpan interval)
    {
        if (rebuff.Told is { } told && told > TimeSpan.Zero) return Least(told, LongestAfterForbidden);
        var first = rebuff.IsForbidden ? FirstAfterForbidden : interval * IntervalsAtFirst;
        // Twenty doublings of any first rest are longer than the longest.
        return Least(first * Math.Pow(2, Math.Min(before, 20)), rebuff.IsForbidden ? LongestAfterForbidden : Longest);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
