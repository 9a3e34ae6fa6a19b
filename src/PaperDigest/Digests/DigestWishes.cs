namespace PaperDigest.Digests;

/// <summary>What a subscriber chooses: how often, at which local hour of which time zone, on which categories (none: all).</summary>
public sealed record DigestWishes(Cadence Cadence, int Hour, string TimeZone, string[] Topics)
{
    internal const int UsualHour = 7;

    /// <summary>In words that follow "mailed": "every day at 07:00 (Europe/Berlin)".</summary>
    public string When => $"every day at {Hour:00}:00 ({TimeZone.Replace('_', ' ')})";

    /// <summary>In words that follow "papers": "of all topics", "in cs.CL and cs.LG".</summary>
    public string About => AboutOf(Topics);

    public static string AboutOf(string[] topics) => topics switch
    {
        [] => "of all topics",
        [var only] => $"in {only}",
        [.. var first, var last] => $"in {string.Join(", ", first)} and {last}",
    };
}
