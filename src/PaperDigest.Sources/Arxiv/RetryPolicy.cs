using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Which refusals another attempt may cure, and how long to wait before it.</summary>
internal static partial class RetryPolicy
{
    /// <summary>A document that is broken three times over is broken at its source.</summary>
    private const int AttemptsAtBrokenDocuments = 3;

    /// <summary>The wait before the next attempt, or null when there should be none. Never shorter than what the server told by Retry-After.</summary>
    public static TimeSpan? WaitAfter(RefusalKind kind, int attempt, TimeSpan? told, ArxivSettings settings)
    {
        if (attempt >= AttemptsAt(kind, settings) || told > settings.LongestWait)
            return null;
        var backOff = settings.FirstWait * Math.Pow(2, attempt - 1);
        // Jitter keeps instances that failed together from coming back together.
        var jittered = backOff * (0.75 + (0.5 * Random.Shared.NextDouble()));
        var wait = told > jittered ? told.Value : jittered;
        return wait < settings.LongestWait ? wait : settings.LongestWait;
    }

    /// <summary>How long the server asks to be left alone: Retry-After, in seconds or as a date, or the rest of the window of its RateLimit.</summary>
    public static TimeSpan? Told(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var header = headers.RetryAfter;
        if ((header?.Delta ?? (header?.Date - now)) is { } span)
            return span > TimeSpan.Zero ? span : TimeSpan.Zero;
        // RateLimit: "api";r=0;t=123, as Hugging Face answers 429.
        return headers.TryGetValues("RateLimit", out var limits) && WindowsRest().Match(string.Join(',', limits)) is { Success: true } rest
            ? TimeSpan.FromSeconds(int.Parse(rest.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static int AttemptsAt(RefusalKind kind, ArxivSettings settings) => kind switch
    {
        RefusalKind.Unavailable or RefusalKind.RateExceeded or RefusalKind.Html or RefusalKind.NotXml
            or RefusalKind.ConnectionLost or RefusalKind.TimedOut or RefusalKind.NotYetWhole => settings.Attempts,
        RefusalKind.Malformed or RefusalKind.Truncated => Math.Min(AttemptsAtBrokenDocuments, settings.Attempts),
        _ => 1,
    };

    [GeneratedRegex(@";\s*t=(?<seconds>[0-9]{1,6})\b")]
    private static partial Regex WindowsRest();
}
