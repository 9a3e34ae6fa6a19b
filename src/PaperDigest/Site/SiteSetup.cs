using PaperDigest.Hosting;

namespace PaperDigest.Site;

/// <summary>Registers the pages and what surrounds them.</summary>
internal static class SiteSetup
{
    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<SiteOptions>("Site");
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.AddRateLimits();
        return builder;
    }

    public static WebApplication MapSite(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
