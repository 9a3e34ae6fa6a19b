using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>
/// Counts the requests of each network to <c>/api/</c> in windows of five minutes, which begin for everybody together, and tells
/// in headers how many are left (draft-ietf-httpapi-ratelimit-headers, as Hugging Face writes them). Beyond them, 429.
/// </summary>
internal sealed class ApiQuota(IOptions<ApiOptions> options, TimeProvider time)
{
    private const int WindowSeconds = 300;

    /// <summary>Addresses that are told apart in one window; those after them share a count.</summary>
    private const int MostAddresses = 100_000;

    private Window _window = new(0);

    public Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var quota = options.Value.Quota;
        if (quota == 0) return next(context);
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var (left, reset) = (quota - Current(now / WindowSeconds).Count(Network.Of(context)), WindowSeconds - (now % WindowSeconds));
        // At the start of the answer, over what an answer from the cache had once been told.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"api\";r={Math.Max(0, left)};t={reset}");
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"fixed window\";\"api\";q={quota};w={WindowSeconds}");
            return Task.CompletedTask;
        });
        if (left >= 0) return next(context);
        context.Response.Headers.RetryAfter = reset.ToString(CultureInfo.InvariantCulture);
        return WireError.Of(context, StatusCodes.Status429TooManyRequests, $"That is more than {quota} requests in five minutes from your address.").ExecuteAsync(context);
    }

    private Window Current(long number)
    {
        var window = Volatile.Read(ref _window);
        if (window.Number == number) return window;
        // Whoever comes second finds the window that the first one opened.
        var opened = new Window(number);
        return Interlocked.CompareExchange(ref _window, opened, window) == window ? opened : Volatile.Read(ref _window);
    }

    private sealed record Window(long Number)
    {
        private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

        public int Count(string address)
        {
            if (!_counts.ContainsKey(address) && _counts.Count >= MostAddresses) address = "";
            return _counts.AddOrUpdate(address, 1, (_, count) => count + 1);
        }
    }
}
