using PaperDigest.Accounts;

namespace PaperDigest.Following;

/// <summary>Registers what readers follow, and what is offered to them for it.</summary>
internal static class FollowingSetup
{
    public static WebApplicationBuilder AddFollowing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Follows>();
        builder.Services.AddSingleton<FollowSuggestions>();
        builder.Services.AddSingleton<OfferQueries>();
        builder.Services.AddSingleton<ForYou>();
        builder.Services.AddSingleton<IPersonalRecords, FollowingRecords>();
        return builder;
    }

    public static WebApplication MapFollowing(this WebApplication app)
    {
        app.MapFollows();
        return app;
    }
}
