using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>How far an import is: lines since the file's beginning, bytes of the file on disk, and the time since the import began.</summary>
internal sealed record ImportProgress(long LinesDone, long BytesRead, long Length, TimeSpan Elapsed)
{
    /// <summary>Where this run's first batch ended; what is left is reckoned from there on.</summary>
    public ImportProgress? First { get; init; }

    private double Seconds => First is { } first ? (Elapsed - first.Elapsed).TotalSeconds : 0;

    /// <summary>
    /// <c>412,000 rows, 5,120 rows/s, 40 %, 2 min left</c>; the rate and the rest from the second batch on.
    /// </summary>
    public override string ToString()
    {
        var percent = Length == 0 ? 100 : Math.Min(100, 100 * BytesRead / Length);
        if (First is not { } first || Seconds < 0.1 || BytesRead <= first.BytesRead)
            return string.Create(CultureInfo.InvariantCulture, $"{LinesDone:N0} rows, {percent} %");
        var rate = (LinesDone - first.LinesDone) / Seconds;
        var left = TimeSpan.FromSeconds((Length - BytesRead) * Seconds / (BytesRead - first.BytesRead));
        return string.Create(CultureInfo.InvariantCulture, $"{LinesDone:N0} rows, {rate:N0} rows/s, {percent} %, {InWords(left)} left");
    }

    private static string InWords(TimeSpan left) => left switch
    {
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds):0} s"),
        { TotalHours: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{left.TotalHours:0.0} h"),
    };
}
