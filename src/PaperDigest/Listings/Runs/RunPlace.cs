using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>A place in the list of runs, newest first: the run after which a page goes on. Written <c>2026-05-12T16:00:00.123456Z~id</c>.</summary>
internal sealed record RunPlace(DateTimeOffset StartedAt, Guid Id)
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Before the newest.</summary>
    public static RunPlace Start { get; } = new(DateTimeOffset.MaxValue, Guid.Empty);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static RunPlace? Parse(string text) =>
        text.Split('~') is [var instant, var id] && Guid.TryParse(id, out var key)
        && DateTimeOffset.TryParseExact(instant, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var started)
            ? new RunPlace(started, key)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartedAt.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture)}~{Id}");
}
