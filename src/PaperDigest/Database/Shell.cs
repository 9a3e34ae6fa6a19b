using System.Diagnostics;

namespace PaperDigest.Database;

/// <summary>Runs a short system command and waits for it.</summary>
internal static class Shell
{
    /// <exception cref="DatabaseUnavailableException">When it ends with anything but 0.</exception>
    public static void Run(string command, params string[] arguments)
    {
        if (!Succeeds(command, arguments))
            throw new DatabaseUnavailableException($"The command {command} {string.Join(' ', arguments)} failed.");
    }

    public static bool Succeeds(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
