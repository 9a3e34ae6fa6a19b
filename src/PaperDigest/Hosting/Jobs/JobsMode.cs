using System.CommandLine;

namespace PaperDigest.Hosting.Jobs;

/// <summary>Whether this process runs jobs: <c>serve</c> and <c>work</c> do, unless told otherwise; every other verb does its own work and ends.</summary>
internal static class JobsMode
{
    public static bool Of(ParseResult arguments, IConfiguration configuration) => arguments.CommandResult.Command.Name switch
    {
        "work" => true,
        "serve" => !arguments.GetValue<bool>("--no-jobs") && configuration.IsOn("Jobs:Enabled"),
        _ => false,
    };
}
