using Microsoft.Extensions.Options;
using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>Registers what brings papers in.</summary>
internal static class ListingsSetup
{
    public static WebApplicationBuilder AddListings(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<ArxivOptions>(ArxivOptions.Section);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<ArxivOptions>>().Value);
        builder.Services.AddSingleton<SourceGate>();
        builder.Services.AddSingleton<HolidayBook>();
        builder.Services.AddSingleton<StoredListings>();
        builder.Services.AddSingleton<ListingImporter>();
        builder.Services.AddSingleton<RecordImporter>();
        builder.Services.AddSingleton<RunLog>();
        builder.Services.AddSingleton<RunQueries>();
        builder.Services.AddSingleton(services => Source(services, PublicUrl(builder.Configuration)));
        builder.Services.AddSingleton<CategoryReconciliation>();
        builder.Services.AddSingleton<CategoryIngest>();
        builder.Services.AddSingleton<DayIngest>();
        builder.Services.AddSingleton<Watches>();
        builder.Services.AddSingleton<Reconcile>();
        builder.Services.AddSingleton<DayTry>();
        builder.Services.AddSingleton<Ingest>();
        builder.Services.AddSingleton<IngestJob>();
        builder.Services.AddSingleton<HarvestCursorStore>();
        builder.Services.AddSingleton<Harvest>();
        builder.Services.AddSingleton<HarvestJob>();
        builder.Services.AddSingleton<PapersToDetail>();
        builder.Services.AddSingleton<DetailsJob>();
        builder.AddCurated();
        builder.Services.AddSingleton<Sample>();
        builder.Services.AddSingleton<SnapshotStore>();
        builder.Services.AddSingleton<CatalogueUpkeep>();
        builder.Services.AddSingleton<SnapshotImport>();
        builder.Services.AddSingleton<FileImport>();
        return builder;
    }

    private static void AddCurated(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<HuggingFaceOptions>(HuggingFaceOptions.Section);
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<HuggingFaceOptions>>().Value);
        builder.Services.AddSingleton(services => HuggingFace(services, PublicUrl(builder.Configuration)));
        builder.Services.AddSingleton<CuratedImporter>();
        builder.Services.AddSingleton<CuratedImport>();
        builder.Services.AddSingleton<CuratedIngest>();
        builder.Services.AddSingleton<CuratedJob>();
    }

    private static DailyPapersClient HuggingFace(IServiceProvider services, string? publicUrl)
    {
        var gate = services.GetRequiredService<SourceGate>();
        var pacing = new ArxivPacing(
            cancel => gate.TakeTurnAsync(SourceGate.HuggingFace, HuggingFaceOptions.Interval, cancel), services.GetRequiredService<TimeProvider>());
        var settings = new HuggingFaceSettings(new Uri(services.GetRequiredService<HuggingFaceOptions>().Url)) { PublicUrl = publicUrl };
        return new DailyPapersClient(ArxivHttp.NewClient(), settings, pacing);
    }

    private static ArxivSource Source(IServiceProvider services, string? publicUrl)
    {
        var options = services.GetRequiredService<ArxivOptions>();
        var gate = services.GetRequiredService<SourceGate>();
        var time = services.GetRequiredService<TimeProvider>();
        return new ArxivSource(
            ArxivHttp.NewClient(), options.SettingsFor(publicUrl),
            url => new ArxivPacing(cancel => gate.TakeTurnAsync(SourceGate.Arxiv, options.IntervalFor(url), cancel), time));
    }

    /// <summary>An address that only this machine knows would tell arXiv nothing.</summary>
    private static string? PublicUrl(ConfigurationManager configuration) =>
        Uri.TryCreate(configuration["Site:PublicUrl"], UriKind.Absolute, out var url) && !url.IsLoopback ? url.AbsoluteUri : null;
}
