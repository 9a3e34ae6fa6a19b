using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace PaperDigest.Api;

/// <summary>Registers the ways out: what programs read of the site.</summary>
internal static class ApiSetup
{
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ListSources>();
        builder.Services.AddSingleton<PaperShelf>();
        builder.Services.AddSingleton<DayStanding>();
        builder.Services.AddSingleton<PaperLists>();
        builder.Services.Configure<OutputCacheOptions>(cache => cache.AddPolicy(SharedAnswers.Policy, new SharedAnswers()));
        builder.Services.Configure<ResponseCompressionOptions>(compression =>
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ListForms.Atom, ListForms.Rss, ListForms.Json]);
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapLists();
        return app;
    }
}
