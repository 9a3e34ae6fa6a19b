namespace PaperDigest.Hosting;

/// <summary>
/// Lets a form through only when it was sent from a page of this site. Our public forms carry no token, because their pages are
/// cached and the same for everybody; browsers say where a form comes from in Sec-Fetch-Site, older ones in Origin, and neither
/// can be set by a page. A client that sends neither is no browser and holds nobody's cookies.
/// </summary>
internal sealed class SameOriginOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Allows(context.HttpContext.Request)
            ? await next(context)
            : new FormRefusal(
                StatusCodes.Status403Forbidden, "That came from another site",
                "This form can only be sent from our own pages, and so nothing was changed. Open the page here and send it once more.");

    /// <summary>Whether <paramref name="request"/> comes from this site or from no browser.</summary>
    public static bool Allows(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
