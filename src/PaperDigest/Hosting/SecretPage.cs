namespace PaperDigest.Hosting;

/// <summary>A page whose address is a secret from a mail: it must not reach another site, a search engine or a cache.</summary>
internal static class SecretPage
{
    public static void Guard(HttpContext context)
    {
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Answers with <paramref name="status"/> and the page, which says what is wrong with the link.</summary>
    public static void Refuse(HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        // At the start of the answer: Blazor leaves the body of a 404 empty when the status is set while it renders.
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>The token in the address, whether the page was opened or is the answer to a form.</summary>
    public static string Token(HttpContext context) => context.Request.RouteValues["token"] as string ?? "";
}
