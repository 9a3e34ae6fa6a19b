using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PaperDigest.Digests;

/// <summary>The time zones that a subscriber can choose: those of the IANA database, by their names.</summary>
internal static partial class TimeZoneName
{
    /// <summary>Finds a zone by a name such as <c>Europe/Berlin</c>; also by an older one, which browsers still report.</summary>
    public static bool TryFind(string? name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        // Beside zones, the folder of the database holds files such as localtime and leapseconds.
        return name is { Length: <= 64 } && (name == "UTC" || Shape().IsMatch(name))
            && TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
    }

    /// <summary>
    /// The zone of a name that was checked when it was stored. One that this machine does not know (Debian keeps the older names in
    /// a package of their own) counts as UTC: a digest at another hour is better than none for everybody in its batch.
    /// </summary>
    public static TimeZoneInfo Of(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The names to choose from, by region, each region in alphabetical order.</summary>
    public static IReadOnlyList<IGrouping<string, string>> ByRegion { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => Shape().IsMatch(id)).Order(StringComparer.Ordinal)
            .GroupBy(id => id[..id.IndexOf('/', StringComparison.Ordinal)]),
    ];

    [GeneratedRegex(@"^(?!posix/|right/)[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]*){1,2}$")]
    private static partial Regex Shape();
}
