using System.Globalization;
using System.Threading.RateLimiting;

namespace PaperDigest.Hosting;

/// <summary>How often one address may send a form; beyond it, 429 with Retry-After.</summary>
internal static class RateLimits
{
    /// <summary>For acts a reader repeats, such as voting.</summary>
    public const string Acts = "acts";

    /// <summary>For forms that send mail.</summary>
    public const string Mailing = "mailing";

    public static void AddRateLimits(this WebApplicationBuilder builder) => builder.Services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Acts, context => PerAddress(context, 60, TimeSpan.FromMinutes(1)));
        limits.AddPolicy(Mailing, context => PerAddress(context, 20, TimeSpan.FromMinutes(10)));
        limits.OnRejected = async (rejected, cancel) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            var response = rejected.HttpContext.Response;
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await response.WriteAsync("That was too often from your address. Please try again in a while.", cancel);
        };
    });

    private static RateLimitPartition<string> PerAddress(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });
}
