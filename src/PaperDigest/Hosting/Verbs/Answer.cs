using System.CommandLine;
using Npgsql;

namespace PaperDigest.Hosting.Verbs;

/// <summary>How the program ends when no verb was run.</summary>
internal static class Answer
{
    private const int Failed = 1;
    private const int BadArguments = 2;

    /// <summary>Prints the help page, the version, or what is wrong with the arguments.</summary>
    public static int Print(ParseResult arguments)
    {
        if (arguments.Errors.Count == 0) return arguments.Invoke();
        foreach (var error in arguments.Errors) Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("./run --help lists the verbs; ./run VERB --help explains one.");
        return BadArguments;
    }

    /// <summary>A sentence for what went wrong around the program, such as a database that went away; all there is to know of a fault in it.</summary>
    public static string Why(Exception e)
    {
        for (var cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException) return $"The database could not be used: {cause.Message}";
        }
        return e is IOException or UnauthorizedAccessException ? e.Message : e.ToString();
    }

    /// <summary>Says why the program could not do what it was asked to.</summary>
    public static int Failure(string message)
    {
        Console.Error.WriteLine(message);
        return Failed;
    }
}
