using System.Net.Http.Headers;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Which refusals another attempt may cure, and how long to wait before it.</summary>
internal static class RetryPolicy
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

    /// <summary>Retry-After as a span from now, given in seconds or as a date.</summary>
    public static TimeSpan? Told(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        if ((header?.Delta ?? (header?.Date - now)) is not { } span)
            return null;
        return span > TimeSpan.Zero ? span : TimeSpan.Zero;
    }

    private static int AttemptsAt(RefusalKind kind, ArxivSettings settings) => kind switch
    {
        RefusalKind.Unavailable or RefusalKind.RateExceeded or RefusalKind.Html or RefusalKind.NotXml
            or RefusalKind.ConnectionLost or RefusalKind.TimedOut => settings.Attempts,
        RefusalKind.Malformed or RefusalKind.Truncated => Math.Min(AttemptsAtBrokenDocuments, settings.Attempts),
        _ => 1,
    };
}
