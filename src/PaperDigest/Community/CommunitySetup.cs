using PaperDigest.Accounts;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>Registers what readers do to papers.</summary>
internal static class CommunitySetup
{
    public static WebApplicationBuilder AddCommunity(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<VoteOptions>("Votes");
        builder.Services.AddSingleton<Ballot>();
        builder.Services.AddSingleton<Voters>();
        builder.Services.AddSingleton<IPersonalRecords, VoteRecords>();
        builder.Services.AddSingleton<ReaderMarks>();
        builder.Services.AddSingleton<SavedPapers>();
        builder.Services.AddSingleton<SavedQueries>();
        builder.Services.AddSingleton<ReadPapers>();
        builder.Services.AddSingleton<FeedKeys>();
        builder.Services.AddSingleton<IPersonalRecords, LibraryRecords>();
        builder.Services.AddSingleton<Visits>();
        builder.Services.AddSingleton<IPersonalRecords, VisitRecords>();
        builder.AddTalk();
        builder.Services.AddSingleton<LinkBook>();
        builder.Services.AddSingleton<LinkRights>();
        builder.Services.AddSingleton<IPersonalRecords, LinkRecords>();
        return builder;
    }

    public static WebApplication MapCommunity(this WebApplication app)
    {
        app.MapVotes();
        app.MapLibrary();
        app.MapTalk();
        app.MapLinks();
        return app;
    }
}
