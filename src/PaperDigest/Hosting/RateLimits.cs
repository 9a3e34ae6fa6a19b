using System.Globalization;
using System.Threading.RateLimiting;

namespace PaperDigest.Hosting;

/// <summary>How often one network may send a form; beyond it, 429 with Retry-After.</summary>
internal static class RateLimits
{
    /// <summary>For acts a reader repeats, such as voting.</summary>
    public const string Acts = "acts";

    /// <summary>For forms that send mail.</summary>
    public const string Mailing = "mailing";

    /// <summary>For pictures, which take longer to draw than a page to write.</summary>
    public const string Pictures = "pictures";

    public static void AddRateLimits(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Acts, context => PerNetwork(context, 60, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Mailing, context => PerNetwork(context, 20, TimeSpan.FromMinutes(10)));
        limits.AddPolicy(Pictures, context => PerNetwork(context, 120, TimeSpan.FromMinutes(1)));
        limits.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await TooOften(wait).ExecuteAsync(rejected.HttpContext);
        };
    });

    private static FormRefusal TooOften(TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests, "That was a little too often",
        $"This was sent too often from your network, and so it was not acted upon. {(wait <= TimeSpan.FromMinutes(1) ? "In a minute" : "In some minutes")} it will be. What came before is kept.");

    private static RateLimitPartition<string> PerNetwork(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(
            Network.Of(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });
}
