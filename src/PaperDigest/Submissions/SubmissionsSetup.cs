using PaperDigest.Accounts;
using PaperDigest.Hosting;

namespace PaperDigest.Submissions;

/// <summary>Registers what people put forward and claim.</summary>
internal static class SubmissionsSetup
{
    public static WebApplicationBuilder AddSubmissions(this WebApplicationBuilder builder)
    {
        builder.AddValidatedOptions<SubmissionsOptions>("Community");
        builder.Services.AddSingleton<PaperFetch>();
        builder.Services.AddSingleton<SubmissionDesk>();
        builder.Services.AddSingleton<ClaimDesk>();
        builder.Services.AddSingleton<SubmissionQueries>();
        builder.Services.AddSingleton<IPersonalRecords, SubmissionRecords>();
        builder.Services.AddSingleton(new PersonSection(30, typeof(PapersOf)));
        return builder;
    }

    public static WebApplication MapSubmissions(this WebApplication app)
    {
        app.MapSubmissionForms();
        return app;
    }
}
