namespace PaperDigest.Search;

/// <summary>Registers what finds papers.</summary>
internal static class SearchSetup
{
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PaperSearch>();
        return builder;
    }
}
