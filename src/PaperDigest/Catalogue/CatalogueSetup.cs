namespace PaperDigest.Catalogue;

/// <summary>Registers what reads the catalogue.</summary>
internal static class CatalogueSetup
{
    public static WebApplicationBuilder AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperQueries>();
        return builder;
    }
}
