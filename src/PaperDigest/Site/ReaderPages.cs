using Microsoft.AspNetCore.OutputCaching;

namespace PaperDigest.Site;

/// <summary>
/// Keeps a reader's page for half a minute, or until something on it changes (<see cref="PageTags"/>), and gives it to everybody who
/// has no cookie of ours: whoever voted or signed in sees their own page. A page takes part by
/// <c>[OutputCache(PolicyName = ReaderPages.Policy)]</c>, and must then hold no form with a token and no interactive component.
/// </summary>
internal sealed class ReaderPages : IOutputCachePolicy
{
    public const string Policy = "reader";

    /// <summary>
    /// Whoever keeps it asks again, and mostly hears that nothing changed: no proxy is told of a change, and everybody is to see
    /// it within a second.
    /// </summary>
    public const string ForEverybody = "public, max-age=0, s-maxage=1";

    // A search has too many forms to be kept, and what a reader has not seen is his alone.
    private static readonly string[] NeverCached = ["q", "unseen"];

    // Only what the pages read: a stray parameter must not make a page of its own.
    private static readonly string[] ReadParameters =
        ["page", "category", "before", "not_category", "with", "without", "submitter", "min_upvotes", "has_code", "sort", "window", "view"];

    private static readonly string[] Encodings = ["br", "gzip"];
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    /// <summary>Whether the answer to this request is the same for everybody.</summary>
    public static bool MayBeCached(HttpContext context) =>
        IsReaderPage(context) && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !NeverCached.Any(context.Request.Query.ContainsKey) && !PersonalCookies.AnyIn(context.Request);

    /// <summary>Whether the address is that of a page which takes part.</summary>
    public static bool IsReaderPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is { PolicyName: Policy };

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var shared = MayBeCached(context.HttpContext);
        Keep(context, shared);
        context.CacheVaryByRules.QueryKeys = new(ReadParameters);
        context.CacheVaryByRules.VaryByHost = false;
        if (shared) context.CacheVaryByRules.VaryByValues["encoding"] = SettleEncoding(context.HttpContext.Request);
        SetHeaders(context.HttpContext.Response, shared);
        return ValueTask.CompletedTask;
    }

    /// <summary>Has the answer kept, while changes to it can be heard.</summary>
    public static void Keep(OutputCacheContext context, bool isSame)
    {
        var services = context.HttpContext.RequestServices;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking =
            isSame && services.GetRequiredService<PageChanges>().IsListening;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.Tags.Add(PageTags.All);
        context.Tags.Add(services.GetRequiredService<PageStore>().BegunNow());
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static void SetHeaders(HttpResponse response, bool shared)
    {
        response.Headers.Vary = "Cookie";
        response.Headers.CacheControl = shared ? ForEverybody : "private, no-cache";
        // A browser that asks again within the half minute gets 304.
        if (shared) response.Headers.ETag = $"\"{Guid.NewGuid():N}\"";
    }

    /// <summary>
    /// The page is kept compressed, once for each way; what is chosen here is all that compression may choose. Were it to read the
    /// header for itself, a browser that takes anything ("*") would leave brotli for one that takes nothing.
    /// </summary>
    public static string SettleEncoding(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var chosen = Encodings.FirstOrDefault(e => accepted.Any(a => a.Value.Equals(e, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0)) ?? "";
        request.Headers.AcceptEncoding = chosen;
        return chosen;
    }
}
