namespace PaperDigest.Community;

/// <summary>Registers what readers do to papers.</summary>
internal static class CommunitySetup
{
    public static WebApplicationBuilder AddCommunity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ballot>();
        builder.Services.AddSingleton<ReaderMarks>();
        builder.Services.AddSingleton<SavedPapers>();
        builder.Services.AddSingleton<SavedQueries>();
        builder.Services.AddSingleton<ReadPapers>();
        builder.Services.AddSingleton<FeedKeys>();
        builder.Services.HandOverLibraries();
        builder.Services.AddSingleton<Discussion>();
        builder.Services.AddSingleton<Reactions>();
        builder.Services.AddSingleton<Moderation>();
        builder.Services.AddSingleton<CommentQueries>();
        return builder;
    }

    public static WebApplication MapCommunity(this WebApplication app)
    {
        app.MapVotes();
        app.MapLibrary();
        app.MapComments();
        app.MapModeration();
        return app;
    }
}
