namespace PaperDigest.Ranking;

/// <summary>Turns what is stored of a paper's votes and comments over time into gains.</summary>
internal static class VoteGains
{
    /// <summary>Votes cast within one hour here.</summary>
    public static Gain OfHour(DateTimeOffset hour, DateTimeOffset at, (int Count, double Weight) votes)
    {
        var end = hour.AddHours(1);
        return new Gain(hour, end < at ? end : at, votes.Count, votes.Weight);
    }

    /// <summary>
    /// What another site's counts gained from each look to the next. Before the first they began when it got the paper.
    /// </summary>
    /// <param name="looks">The oldest first.</param>
    public static IReadOnlyList<Gain> Between(DateTimeOffset beginning, IEnumerable<(DateTimeOffset At, int Count)> looks)
    {
        var gains = new List<Gain>();
        var (since, before) = (beginning, 0);
        foreach (var (at, count) in looks)
        {
            if (count != before) gains.Add(new Gain(since < at ? since : at, at, count - before, count - before));
            (since, before) = (at, count);
        }
        return gains;
    }

    /// <summary>Stars gained in the last day, or since the first look where that is later.</summary>
    /// <param name="looks">The oldest first.</param>
    public static int Stars(DateTimeOffset at, IReadOnlyList<(DateTimeOffset At, int Stars)> looks)
    {
        if (looks.Count == 0) return 0;
        var before = looks.Where(l => l.At <= at.AddDays(-1)).Select(l => (int?)l.Stars).LastOrDefault() ?? looks[0].Stars;
        return Math.Max(0, looks[^1].Stars - before);
    }
}
