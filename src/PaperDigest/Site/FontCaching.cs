namespace PaperDigest.Site;

/// <summary>
/// Lets browsers keep the font: the stylesheet names it by its plain path, which they would otherwise ask about on every page,
/// and a font that comes late is not shown at all. A new font gets a new file name.
/// </summary>
internal static class FontCaching
{
    public static void KeepForAYear(EndpointBuilder asset)
    {
        if (asset.RequestDelegate is not { } send || asset is not RouteEndpointBuilder { RoutePattern.RawText: { } path } || !path.StartsWith("fonts/", StringComparison.Ordinal)) return;
        asset.RequestDelegate = context =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode < 400) context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return send(context);
        };
    }
}
