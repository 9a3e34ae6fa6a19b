using System.CommandLine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using PaperDigest.Database;
using PaperDigest.Hosting.Jobs;

namespace PaperDigest.Hosting;

/// <summary>Registers what is neither product nor page: clock, logs, keys, jobs, health.</summary>
internal static class HostingSetup
{
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder, ParseResult arguments)
    {
        builder.AddLogging();
        // A default only: in appsettings.json it would outrank ASPNETCORE_URLS.
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.UseUrls("http://127.0.0.1:5080");
        CheckAddresses(builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? "");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(DataFolder.Of(builder.Configuration));
        builder.Services.AddSingleton<ComponentMarkup>();
        builder.Services.AddDataProtection().SetApplicationName("PaperDigest");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        if (arguments.CommandResult.Command.Name == "work") builder.Services.AddSingleton<IServer, NoServer>();
        builder.AddJobs(JobsMode.Of(arguments, builder.Configuration));
        return builder;
    }

    public static WebApplication MapHosting(this WebApplication app)
    {
        app.MapHealth();
        return app;
    }

    /// <summary>Kestrel would end with a stack trace.</summary>
    private static void CheckAddresses(string addresses)
    {
        foreach (var address in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
                throw new OptionsValidationException("urls", typeof(string), [$"ASPNETCORE_URLS: '{address}' is not an address to listen on, such as http://127.0.0.1:5080."]);
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Port is >= 0 and <= 65535;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
