namespace PaperDigest.Sources.Arxiv;

/// <summary>US Eastern time, in which arXiv keeps its calendar.</summary>
internal static class EasternTime
{
    private static readonly Lazy<TimeZoneInfo> Zone = new(Find);

    /// <summary>The calendar date in Ithaca at an instant.</summary>
    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone.Value).DateTime);

    /// <summary>The instant at which clocks there show this, in UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.Value.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Find()
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        }
        catch (Exception absent) when (absent is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new InvalidOperationException(
                "This machine has no time zone data for America/New_York, in which arXiv dates its listings. Install the tzdata package.", absent);
        }
    }
}
