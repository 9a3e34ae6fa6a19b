using PaperDigest.Accounts;

namespace PaperDigest.Digests;

/// <summary>Registers subscriptions and digests.</summary>
internal static class DigestsSetup
{
    public static WebApplicationBuilder AddDigests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SubscriptionTokens>();
        builder.Services.AddSingleton<SubscriptionLinks>();
        builder.Services.AddSingleton<SubscriptionMails>();
        builder.Services.AddSingleton<Subscribing>();
        builder.Services.AddSingleton<DigestQueries>();
        builder.Services.AddSingleton<DigestPress>();
        builder.Services.AddSingleton<DigestPreview>();
        builder.Services.AddSingleton<DigestArchive>();
        builder.Services.AddSingleton<PlanDigests>();
        builder.Services.AddSingleton<SendDigests>();
        builder.Services.AddSingleton<IPersonalRecords, SubscriptionRecords>();
        return builder;
    }

    public static WebApplication MapDigests(this WebApplication app)
    {
        app.MapSubscriptions();
        return app;
    }
}
