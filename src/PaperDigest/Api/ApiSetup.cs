using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>Registers the ways out: what programs read of the site.</summary>
internal static class ApiSetup
{
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<ApiOptions>("Api");
        builder.Services.AddSingleton<ApiQuota>();
        builder.Services.AddSingleton<ListSources>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PaperShelf>();
        builder.Services.AddSingleton<DayStanding>();
        builder.Services.AddSingleton<PaperLists>();
        builder.Services.AddSingleton<SavedLists>();
        builder.Services.AddSingleton<ForYouLists>();
        builder.Services.AddSingleton<Sitemap>();
        builder.Services.AddSingleton<ApiDescription>();
        builder.Services.Configure<OutputCacheOptions>(cache => cache.AddPolicy(SharedAnswers.Policy, new SharedAnswers()));
        builder.Services.Configure<ResponseCompressionOptions>(compression =>
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. ListForms.Compressed]);
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapLists();
        app.MapSaved();
        app.MapForYou();
        app.MapPaperForms();
        app.MapSiteFiles();
        app.MapWire();
        app.MapUpvotes();
        return app;
    }

    /// <summary>Counts requests before they are answered, from the cache or not.</summary>
    public static void UseApiQuota(this WebApplication app)
    {
        var quota = app.Services.GetRequiredService<ApiQuota>();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", out var rest) && rest.HasValue, api => api.Use(next => context => quota.CountAsync(context, next)));
    }
}
