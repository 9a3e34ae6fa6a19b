namespace PaperDigest.Ranking;

/// <summary>
/// Which votes count for what is trending at an instant, and how much. For today those since the latest list, at least those of a
/// day, in full. For longer windows all, each half as much for every half-life that it is old: 36 hours for a week, 7 days for a
/// month. The half-lives are chosen, not measured: too few papers are seen often enough to fit them.
/// </summary>
/// <param name="At">The instant.</param>
/// <param name="Since">Before this nothing counts.</param>
/// <param name="HalfLife">Null where age does not matter.</param>
public sealed record TrendWindow(DateTimeOffset At, DateTimeOffset Since, TimeSpan? HalfLife)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="days">1 for today, or so many days.</param>
    /// <param name="latest">The day of the latest list.</param>
    /// <param name="at">The instant.</param>
    public static TrendWindow Of(int days, DateOnly latest, DateTimeOffset at)
    {
        if (days > 1) return new TrendWindow(at, DateTimeOffset.MinValue, days <= 7 ? 1.5 * Day : 7 * Day);
        var announced = new DateTimeOffset(latest, TimeOnly.MinValue, TimeSpan.Zero);
        return new TrendWindow(at, announced < at - Day ? announced : at - Day, null);
    }

    /// <summary>What a gain counts for.</summary>
    public double Weigh(Gain gain) => gain.Weight * (HalfLife is { } half ? Kept(gain, half) : Within(gain, Since));

    /// <summary>How many of a gain's votes are of the last day.</summary>
    public double OfLastDay(Gain gain) => gain.Count * Within(gain, At - Day);

    /// <summary>The share of a gain that came after an instant.</summary>
    private static double Within(Gain gain, DateTimeOffset since)
    {
        if (gain.From >= since || gain.Until <= since) return gain.Until >= since ? 1 : 0;
        return (gain.Until - since) / (gain.Until - gain.From);
    }

    /// <summary>The mean of 2^(−age / half-life) over the gain's span.</summary>
    private double Kept(Gain gain, TimeSpan half)
    {
        // A clock that is a little ahead of ours makes a vote no heavier than a new one.
        var newest = Math.Max(0, (At - gain.Until) / half);
        var span = Math.Max(0, (gain.Until - gain.From) / half) * Math.Log(2);
        return Math.Pow(2, -newest) * (span < 1e-6 ? 1 : (1 - Math.Exp(-span)) / span);
    }
}
