using Microsoft.AspNetCore.Connections;
using PaperDigest.Database;
using Serilog;
using Serilog.Events;

namespace PaperDigest.Hosting;

/// <summary>Where log lines go: standard error, and a file a day in the data folder, kept for two weeks.</summary>
internal static class Logging
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var logs = new LoggerConfiguration()
            .MinimumLevel.Information()
            // Frameworks report each request and statement at Information; a run is one line of ours.
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // Keys lie unencrypted in the database, which is what has to be guarded; saying so at each new key helps nobody.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            // The program says this itself, in a line.
            .Filter.ByExcluding(e => e.Exception is IOException { InnerException: AddressInUseException })
            .Enrich.FromLogContext()
            // Standard output belongs to the results of verbs.
            .WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: null)
            // shared: several processes of one installation write to the same file.
            .WriteTo.File(
                DataFolder.Of(builder.Configuration).Within("logs/paperdigest-.log"), outputTemplate: Template, shared: true,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, formatProvider: null);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logs.CreateLogger(), dispose: true);
    }
}
