using System.CommandLine;

namespace PaperDigest.Hosting.Verbs;

/// <summary>The verbs that keep running, and the one that only brings the schema up.</summary>
internal static class ServeVerbs
{
    public static Verb Serve()
    {
        var noJobs = new Option<bool>("--no-jobs") { Description = "Serve pages only; jobs run elsewhere." };
        var command = new Command("serve", "Serve the site and run the jobs (the default).") { noJobs };
        return new Verb(command, async call =>
        {
            await SampleVerb.LoadFirstTimeAsync(call);
            await call.App.RunAsync(call.Cancel);
            return 0;
        });
    }

    /// <summary>Whether the call is to serve pages.</summary>
    public static bool IsServe(ParseResult arguments) => arguments.CommandResult.Command.Name == "serve";

    public static Verb Work() => new(new Command("work", "Run the jobs without serving pages."), async call =>
    {
        await call.App.RunAsync(call.Cancel);
        return 0;
    });

    public static Verb Migrate() => new(new Command("migrate", "Bring the database to this program's schema."), _ =>
    {
        // Every start migrates before the application is built; there is nothing left to do.
        Console.WriteLine("The schema is up to date.");
        return Task.FromResult(0);
    });
}
