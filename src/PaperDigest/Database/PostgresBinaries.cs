namespace PaperDigest.Database;

/// <summary>Finds the folder with PostgreSQL's programs.</summary>
internal static class PostgresBinaries
{
    /// <summary>Looks at PG_BIN, then Debian's folders (newest version first), then PATH.</summary>
    /// <exception cref="DatabaseUnavailableException">When there is none, with what to install.</exception>
    public static string Find() =>
        Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "initdb")))
        ?? throw new DatabaseUnavailableException(
            "PostgreSQL is not installed. Install it (Debian: apt-get install postgresql), or set PG_BIN to the folder with its programs, "
            + "or set ConnectionStrings__PaperDigest to a server that is running elsewhere.");

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } chosen) yield return chosen;
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
        {
            var versions = Directory.GetDirectories(debian).OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0);
            foreach (var version in versions) yield return Path.Combine(version, "bin");
        }
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)) yield return folder;
    }
}
