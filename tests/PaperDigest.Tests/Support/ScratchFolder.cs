namespace PaperDigest.Tests.Support;

/// <summary>
/// A temporary folder that the database's account may pass through, unlike the framework's, and that is gone afterwards.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(string purpose)
    {
        Path = Directory.CreateTempSubdirectory($"paperdigest-{purpose}-").FullName;
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    /// <summary>Waits until the server in the folder has ended, then removes the folder.</summary>
    public void Dispose()
    {
        var pidFile = System.IO.Path.Combine(Path, "postgres/cluster/postmaster.pid");
        SpinWait.SpinUntil(() => !File.Exists(pidFile), TimeSpan.FromSeconds(10));
        Directory.Delete(Path, recursive: true);
    }
}
