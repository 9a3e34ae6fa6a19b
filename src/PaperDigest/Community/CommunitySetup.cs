namespace PaperDigest.Community;

/// <summary>Registers what readers do to papers.</summary>
internal static class CommunitySetup
{
    public static WebApplicationBuilder AddCommunity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ballot>();
        builder.Services.AddSingleton<ReaderMarks>();
        return builder;
    }

    public static WebApplication MapCommunity(this WebApplication app)
    {
        app.MapVotes();
        return app;
    }
}
