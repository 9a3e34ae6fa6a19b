namespace PaperDigest.Catalogue;

/// <summary>Registers what reads the catalogue.</summary>
internal static class CatalogueSetup
{
    public static WebApplicationBuilder AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperQueries>();
        builder.Services.AddSingleton<NewestPapers>();
        return builder;
    }
}
