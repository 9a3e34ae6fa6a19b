using System.CommandLine;

namespace PaperDigest.Hosting.Verbs;

/// <summary>All verbs of the program, in the order of the help page.</summary>
internal static class VerbList
{
    private static readonly Verb Serve = ServeVerbs.Serve();

    private static readonly Verb[] All =
    [
        Serve, ServeVerbs.Work(), ServeVerbs.Migrate(), IngestVerb.Ingest(), HarvestVerb.Harvest(), ImportVerb.Import(), SampleVerb.Sample(), RankVerb.Rank(), RankVerb.Evaluate(),
        DigestVerbs.Send(), DigestVerbs.Preview(), SearchVerbs.Evaluate(), CheckVerb.Check(), AdminVerbs.Admin(),
    ];

    /// <summary>Reads the command line. Without a verb the program serves.</summary>
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("PaperDigest: which papers came out, which of them matter, and a digest of them by e-mail.");
        foreach (var command in All.Select(v => v.Root).Distinct()) root.Subcommands.Add(command);
        if (args is [] or [['-', '-', ..], ..] && !args.Any(IsHelp)) args = [Serve.Command.Name, .. args];
        return root.Parse(args[0] == Serve.Command.Name ? [.. args.Where(a => !IsSetting(a))] : args);
    }

    /// <summary>The verb that was called; null when help was asked for or the arguments are wrong.</summary>
    public static Verb? Called(ParseResult arguments) =>
        arguments.Errors.Count > 0 || (arguments.Action is not null && arguments.Action != arguments.CommandResult.Command.Action) ? null : All.FirstOrDefault(v => v.Command == arguments.CommandResult.Command);

    /// <summary>"--Key=value" is configuration, as for every ASP.NET program; it is read elsewhere.</summary>
    private static bool IsSetting(string argument) => argument is ['-', '-', >= 'A', ..] && argument.Contains('=') && !argument.StartsWith("--no-jobs", StringComparison.Ordinal);

    private static bool IsHelp(string argument) => argument is "--help" or "-h" or "-?" or "--version";
}
