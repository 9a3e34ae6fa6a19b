namespace PaperDigest.Database;

/// <summary>The folder for what is not in the database: the embedded cluster, logs, and mail when there is no mail server.</summary>
internal sealed record DataFolder(string Path)
{
    /// <summary>Reads <c>Data:Directory</c>; relative paths and the default are under the working folder.</summary>
    public static DataFolder Of(IConfiguration configuration)
    {
        var chosen = configuration["Data:Directory"];
        return new DataFolder(System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(chosen) ? "data" : chosen));
    }

    public string Within(string name) => System.IO.Path.Combine(Path, name);
}
