using System.CommandLine;

namespace PaperDigest.Hosting.Verbs;

/// <summary>One verb of the command line: how it is called and what it does with the built application.</summary>
/// <param name="Root">The command that stands in the list of verbs.</param>
/// <param name="Command">The command that is called: the root itself, or one below it as in <c>digest send</c>.</param>
/// <param name="Run">Returns the exit code: 0 done, 1 failed.</param>
internal sealed record Verb(Command Root, Command Command, Func<VerbCall, Task<int>> Run)
{
    public Verb(Command command, Func<VerbCall, Task<int>> run)
        : this(command, command, run)
    {
    }

    /// <summary>A verb that needs neither database nor settings; it gets only its arguments.</summary>
    public Verb(Command root, Command command, Func<ParseResult, CancellationToken, Task<int>> alone)
        : this(root, command, call => alone(call.Arguments, call.Cancel)) => Alone = alone;

    /// <summary>How to run the verb without the application; null where it needs it.</summary>
    public Func<ParseResult, CancellationToken, Task<int>>? Alone { get; }
}

/// <summary>A call of a verb. Results go to <see cref="Console.Out"/>; progress and logs to standard error.</summary>
internal sealed record VerbCall(ParseResult Arguments, WebApplication App, CancellationToken Cancel)
{
    public IServiceProvider Services => App.Services;

    public DateTimeOffset Now => Services.GetRequiredService<TimeProvider>().GetUtcNow();
}
