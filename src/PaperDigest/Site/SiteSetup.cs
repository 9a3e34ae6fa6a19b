using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using PaperDigest.Api;
using PaperDigest.Hosting;
using PaperDigest.Ranking;

namespace PaperDigest.Site;

/// <summary>Registers the pages and what surrounds them.</summary>
internal static class SiteSetup
{
    public static WebApplicationBuilder AddSite(this WebApplicationBuilder builder, bool serves)
    {
        builder.AddValidatedOptions<SiteOptions>("Site").PostConfigure(site =>
        {
            if (string.IsNullOrWhiteSpace(site.PublicUrl)) site.PublicUrl = SiteOptions.Listening(builder.Configuration[WebHostDefaults.ServerUrlsKey]);
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        TokensForTheSignedIn.Register(builder.Services);
        builder.Services.AddSingleton<DayQueries>();
        builder.Services.AddOutputCache(cache =>
        {
            // Authors' names are paths.
            cache.UseCaseSensitivePaths = true;
            cache.AddPolicy(ReaderPages.Policy, new ReaderPages());
        });
        PageStore.Register(builder.Services);
        builder.Services.AddSingleton<PageChanges>();
        builder.Services.AddSingleton<PageMemory>();
        builder.Services.AddSingleton<SharedLists>();
        if (serves) builder.Services.AddHostedService(services => services.GetRequiredService<PageChanges>());
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        builder.Services.AddSingleton<Typeface>();
        builder.Services.AddSingleton<PaperPicture>();
        builder.AddRateLimits();
        return builder;
    }

    // Before the answer leaves: it leads to a page that shows what was done.
    private static async Task CatchUpAfterActs(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (HttpMethods.IsPost(context.Request.Method) && context.Response.StatusCode is >= 200 and < 400 && !context.Response.HasStarted)
            await context.RequestServices.GetRequiredService<PageChanges>().CatchUpAsync(context.RequestAborted);
    }

    public static WebApplication MapSite(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseFailurePages();
        app.UseApiQuota();
        // Before all that only an answer of one's own needs: what is the same for everybody has no account, no form and no limit.
        app.UseOutputCache();
        // Only pages that are the same for everybody: a compressed page with a secret in it can be guessed by its length (BREACH).
        // Inside the cache, so that a page is compressed once in its half minute.
        app.UseWhen(context => ReaderPages.MayBeCached(context) || SharedAnswers.IsOne(context), reader => reader.UseResponseCompression());
        app.Use(CatchUpAfterActs);
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapSampleRemoval();
        app.MapPictures();
        app.MapStaticAssets().Add(FontCaching.KeepForAYear);
        app.MapRazorComponents<App>()
            // SecurityHeaders says more than Blazor would.
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null)
            .Add(HeadRequests.Answer);
        return app;
    }
}
