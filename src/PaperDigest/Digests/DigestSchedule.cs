namespace PaperDigest.Digests;

/// <summary>
/// When a digest is due at a local hour, through the changes of clocks. Each local date has one such instant at most: an hour
/// that the clocks skip is met at the first moment after the gap, one that comes twice is met the first time.
/// </summary>
internal static class DigestSchedule
{
    /// <summary>The first due instant after <paramref name="after"/>, in UTC.</summary>
    public static DateTimeOffset NextDue(TimeZoneInfo zone, int hour, DateTimeOffset after)
    {
        for (var date = LocalDate(zone, after); ; date = date.AddDays(1))
        {
            if (On(zone, hour, date) is { } due && due > after) return due;
        }
    }

    /// <summary>The last due instant up to <paramref name="until"/>, in UTC.</summary>
    public static DateTimeOffset LastDue(TimeZoneInfo zone, int hour, DateTimeOffset until)
    {
        for (var date = LocalDate(zone, until); ; date = date.AddDays(-1))
        {
            if (On(zone, hour, date) is { } due && due <= until) return due;
        }
    }

    /// <summary>The date that people in <paramref name="zone"/> write at that instant.</summary>
    public static DateOnly LocalDate(TimeZoneInfo zone, DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    // Null on a date that the zone skipped whole, as Samoa did on 30 December 2011.
    private static DateTimeOffset? On(TimeZoneInfo zone, int hour, DateOnly date)
    {
        var local = date.ToDateTime(new TimeOnly(hour, 0));
        // Clocks are put forward by a quarter of an hour at least.
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var due = new DateTimeOffset(local, offset).ToUniversalTime();
        return LocalDate(zone, due) == date ? due : null;
    }
}
