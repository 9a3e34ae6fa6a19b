namespace PaperDigest.Search;

/// <summary>Registers what finds papers.</summary>
internal static class SearchSetup
{
    /// <param name="serves">Whether this process serves pages, and therefore keeps an index.</param>
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder, bool serves)
    {
        builder.Services.AddSingleton<PaperSearch>();
        builder.Services.AddSingleton<OperatorSearch>();
        builder.Services.AddSingleton<PaperFinder>();
        builder.Services.AddSingleton<FacetCounts>();
        builder.Services.AddSingleton<CatalogueReader>();
        builder.Services.AddSingleton<EncoderStore>();
        builder.Services.AddSingleton<TrainEncoder>();
        builder.Services.AddSingleton<IndexUpdate>();
        builder.Services.AddSingleton<IndexSnapshot>();
        builder.Services.AddSingleton<LiveIndex>();
        if (serves) builder.Services.AddHostedService(services => services.GetRequiredService<LiveIndex>());
        return builder;
    }
}
