using Microsoft.AspNetCore.Antiforgery;
using PaperDigest.Hosting;

namespace PaperDigest.Site;

/// <summary>
/// Gives antiforgery tokens only to who is signed in, and none on reader's pages. Blazor asks for one on every page, form or not,
/// as soon as interactive components are registered; the cookie and the no-store that come with it would keep every page out of
/// the cache, and nobody should get a cookie for reading. Public forms are guarded by <see cref="SameOriginOnly"/> instead.
/// </summary>
internal sealed class TokensForTheSignedIn(IAntiforgery inner) : IAntiforgery
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
            new TokensForTheSignedIn((IAntiforgery)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)));
    }

    private static bool IsTokenless(HttpContext context) =>
        context.User.Identity is not { IsAuthenticated: true } || ReaderPages.IsReaderPage(context);
}
