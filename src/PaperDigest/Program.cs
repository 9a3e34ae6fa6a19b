using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PaperDigest.Accounts;
using PaperDigest.Api;
using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Database;
using PaperDigest.Digests;
using PaperDigest.Following;
using PaperDigest.Hosting;
using PaperDigest.Hosting.Jobs;
using PaperDigest.Hosting.Verbs;
using PaperDigest.Listings;
using PaperDigest.Mail;
using PaperDigest.Ranking;
using PaperDigest.Search;
using PaperDigest.Site;
using PaperDigest.Submissions;

// Numbers and dates read the same wherever the program runs.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var arguments = VerbList.Parse(args);
if (VerbList.Called(arguments) is not { } verb) return Answer.Print(arguments);

using var stop = new StopSignal();
try
{
    if (verb.Alone is { } alone) return await alone(arguments, stop.Token);

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddHosting(arguments);
    await builder.AddDatabaseAsync(stop.Token);
    builder.AddCatalogue();
    builder.AddListings();
    builder.AddRanking();
    builder.AddSearch(serves: ServeVerbs.IsServe(arguments));
    builder.AddCommunity();
    builder.AddFollowing();
    builder.AddSubmissions();
    builder.AddAccounts();
    builder.AddMail(deliver: JobsMode.Of(arguments, builder.Configuration));
    builder.AddDigests();
    builder.AddApi();
    builder.AddSite(serves: ServeVerbs.IsServe(arguments));

    await using var app = builder.Build();
    app.MapHosting();
    app.MapCommunity();
    app.MapFollowing();
    app.MapSubmissions();
    app.MapAccounts();
    app.MapDigests();
    app.MapApi();
    app.MapSite();

    // A verb given in another folder works on other data; this is how one notices.
    app.Logger.LogInformation("The data folder is {Folder}", app.Services.GetRequiredService<DataFolder>().Path);
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    return await verb.Run(new VerbCall(arguments, app, stop.Token));
}
catch (Exception e) when (e is DatabaseUnavailableException or OptionsValidationException)
{
    return Answer.Failure(e.Message);
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    return Answer.Failure($"{e.Message} Another program listens there, perhaps this one; ASPNETCORE_URLS names another address.");
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    return Answer.Failure("Stopped.");
}
#pragma warning disable CA1031 // Whatever it was: the exit code is 1, which scripts rely on, and not that of a crash.
catch (Exception e)
#pragma warning restore CA1031
{
    return Answer.Failure(Answer.Why(e));
}
