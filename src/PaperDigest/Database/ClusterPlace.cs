using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Database;

/// <summary>
/// Where an embedded cluster lives and whose it is. PostgreSQL refuses to run as root, so under root everything belongs to the
/// account <c>postgres</c>; and because that account may not be able to enter the data folder (a home or temporary folder of
/// root's), the cluster then stands under <c>/var/lib/paperdigest</c> with a link to it in the data folder.
/// </summary>
internal sealed class ClusterPlace
{
    // A Unix socket's path holds at most 107 bytes, and the server adds "/.s.PGSQL.5432".
    private const int LongestSocketFolder = 90;
    private readonly string _binaries;

    private ClusterPlace(string root, string socket, string owner) =>
        (Root, Socket, Owner, _binaries) = (root, socket, owner, PostgresBinaries.Find());

    public string Root { get; }
    public string Cluster => File("cluster");

    /// <summary>The folder of the server's socket; the host of a connection string.</summary>
    public string Socket { get; }

    /// <summary>The account that runs the server, and the database role of the same name.</summary>
    public string Owner { get; }

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    public static ClusterPlace For(string folder)
    {
        var root = Path.Combine(folder, "postgres");
        if (IsRoot && !CanEnter(folder))
        {
            Directory.CreateDirectory(folder);
            var elsewhere = $"/var/lib/paperdigest/{Fingerprint(folder)}";
            Directory.CreateDirectory(elsewhere);
            if (!Path.Exists(root)) Directory.CreateSymbolicLink(root, elsewhere);
            root = elsewhere;
        }
        var socket = Path.Combine(root, "run");
        if (Encoding.UTF8.GetByteCount(socket) > LongestSocketFolder) socket = Path.Combine(Path.GetTempPath(), $"paperdigest-{Fingerprint(folder)}");
        return new ClusterPlace(root, socket, IsRoot ? "postgres" : Environment.UserName);
    }

    public string File(string name) => Path.Combine(Root, name);

    public string Binary(string name) => Path.Combine(_binaries, name);

    /// <summary>Makes the folders and gives them to the server's account.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Root);
        // Trust is given to whoever can reach the socket, so nobody else may; setting the mode of somebody else's folder fails.
        Directory.CreateDirectory(Socket);
        System.IO.File.SetUnixFileMode(Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (IsRoot) Shell.Run("chown", Owner, Root, Socket);
    }

    /// <summary>Whether the process that the pid file names is a server on this very cluster, and not another that got its number.</summary>
    public bool IsServerAlive()
    {
        if (PidOnFile() is not { } pid) return false;
        try
        {
            var commandLine = System.IO.File.ReadAllText($"/proc/{pid}/cmdline");
            return commandLine.Contains("postgres", StringComparison.Ordinal) && commandLine.Contains(Cluster, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// After a power cut the pid file may name a number that now belongs to another process, which PostgreSQL takes for a
    /// running server. The caller has made sure that it is not one.
    /// </summary>
    public void RemoveStalePidFile()
    {
        foreach (var file in (string[])[Path.Combine(Cluster, "postmaster.pid"), Path.Combine(Socket, ".s.PGSQL.5432.lock"), Path.Combine(Socket, ".s.PGSQL.5432")])
        {
            System.IO.File.Delete(file);
        }
    }

    /// <summary>The command line that runs <paramref name="command"/> as the server's account.</summary>
    public string[] AsOwner(string[] command) => IsRoot
        ? ["setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--clear-groups", "--", .. command]
        : command;

    public string LastLogLines()
    {
        var log = File("server.log");
        return System.IO.File.Exists(log) ? string.Join(" / ", System.IO.File.ReadLines(log).TakeLast(5)) : "";
    }

    private int? PidOnFile()
    {
        var file = Path.Combine(Cluster, "postmaster.pid");
        return System.IO.File.Exists(file) && int.TryParse(System.IO.File.ReadLines(file).FirstOrDefault(), out var pid) ? pid : null;
    }

    private static bool CanEnter(string folder)
    {
        Directory.CreateDirectory(folder);
        return Shell.Succeeds("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", "test", "-x", folder);
    }

    private static string Fingerprint(string folder) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
}
