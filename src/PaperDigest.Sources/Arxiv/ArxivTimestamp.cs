using System.Globalization;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reads the date forms of arXiv's interfaces: RFC 822 with an offset (RSS) or GMT (OAI-PMH raw, one- or two-digit days),
/// RFC 3339 with or without fractions (Atom, query interface) and a bare day, which is midnight UTC.
/// </summary>
public static class ArxivTimestamp
{
    private static readonly string[] Forms =
    [
        "d MMM yyyy HH:mm:ss zzz", "d MMM yy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd zzz",
    ];

    private static readonly (string Name, string Offset)[] Zones =
    [
        (" GMT", " +00:00"), (" UTC", " +00:00"), (" UT", " +00:00"), (" EST", " -05:00"), (" EDT", " -04:00"), ("Z", "+00:00"),
    ];

    /// <summary>The instant that the text names, with its offset; false when it is none of the forms.</summary>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        if (string.IsNullOrWhiteSpace(text))
            return false;
        var plain = text.Trim();
        // The weekday adds nothing, and some writers get it wrong.
        if (plain.IndexOf(',') is var comma and > 0 and < 10)
            plain = plain[(comma + 1)..].TrimStart();
        foreach (var (name, offset) in Zones)
        {
            if (plain.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                plain = plain[..^name.Length] + offset;
                break;
            }
        }
        if (plain.Length == "yyyy-MM-dd".Length)
            plain += " +00:00";
        return DateTimeOffset.TryParseExact(plain, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out instant);
    }
}
