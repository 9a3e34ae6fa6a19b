using Microsoft.AspNetCore.Antiforgery;

namespace PaperDigest.Site;

/// <summary>
/// Gives reader's pages no antiforgery token. Blazor asks for one on every page, form or not, as soon as interactive components
/// are registered; the cookie and the no-store that come with it would keep every page out of the cache.
/// </summary>
internal sealed class TokenlessReaderPages(IAntiforgery inner) : IAntiforgery
{
    private static readonly AntiforgeryTokenSet None = new(null, null, "__RequestVerificationToken", null);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => IsTokenless(httpContext) ? None : inner.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => IsTokenless(httpContext) ? None : inner.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => inner.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => inner.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
        if (!IsTokenless(httpContext)) inner.SetCookieTokenAndHeader(httpContext);
    }

    /// <summary>Puts this before the antiforgery service that is registered.</summary>
    public static void Register(IServiceCollection services)
    {
        services.AddAntiforgery();
        var registered = services.Last(s => s.ServiceType == typeof(IAntiforgery));
        services.Remove(registered);
        services.AddSingleton<IAntiforgery>(provider =>
            new TokenlessReaderPages((IAntiforgery)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)));
    }

    // Also where no endpoint was found: the page that says so is nobody's own either.
    private static bool IsTokenless(HttpContext context) => context.GetEndpoint() is null || ReaderPages.IsReaderPage(context);
}
