using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>A source that is left alone, because it turned requests away, <paramref name="Refusals"/> in a row.</summary>
internal sealed record BlockedSource(string Source, DateTimeOffset Until, string Because, int Refusals)
{
    /// <summary>For the operator.</summary>
    public string InWords => string.Create(
        CultureInfo.InvariantCulture,
        $"{Because} It is not asked again before {Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC, by any process{(Refusals > 1 ? $"; it has turned {Refusals} requests away in a row" : "")}.");
}
