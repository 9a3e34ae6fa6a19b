using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Api;

/// <summary>Instants and ids as the wire format writes them.</summary>
internal static class WireForm
{
    /// <summary>UTC to the millisecond: 2026-05-12T00:00:00.000Z.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Midnight UTC of a day.</summary>
    public static string Instant(DateOnly day) => Instant(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));

    /// <summary>An id of 24 hexadecimal digits, always the same for the same thing, for objects that have no such id here.</summary>
    public static string Id(string kind, string name) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{name}")).AsSpan(0, 12));
}
