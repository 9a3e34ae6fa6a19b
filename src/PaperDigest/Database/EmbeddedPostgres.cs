using System.Diagnostics;
using Npgsql;

namespace PaperDigest.Database;

/// <summary>
/// A PostgreSQL server of our own in a data folder, made from the machine's PostgreSQL binaries and reached by a private Unix
/// socket: no port, no password, nothing to configure. Any number of processes may share a folder. Each holds a shared lock on
/// <c>users.lock</c>; the first starts the server, and a small watchdog stops it when nobody holds the lock any more. As the
/// kernel gives up a dead process's lock, a clean exit, a crash and a SIGKILL all end the same way, and nothing is left that
/// the next start has to tidy but a stale pid file.
/// </summary>
internal sealed class EmbeddedPostgres : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FileStream _use;

    private EmbeddedPostgres(FileStream use, string connectionString) => (_use, ConnectionString) = (use, connectionString);

    /// <summary>Connects to the database <c>paperdigest</c>, which may not exist yet (<see cref="Schema"/> creates it).</summary>
    public string ConnectionString { get; }

    /// <summary>Joins the server in <paramref name="folder"/>, making the cluster and starting the server where needed.</summary>
    /// <param name="folder">The data folder; created when absent.</param>
    /// <param name="serverOptions">Options for the <c>postgres</c> command when it is this call that starts it.</param>
    /// <exception cref="DatabaseUnavailableException">With what is wrong and what to do about it.</exception>
    public static async Task<EmbeddedPostgres> JoinAsync(string folder, string serverOptions, CancellationToken cancel)
    {
        var place = ClusterPlace.For(Path.GetFullPath(folder));
        place.Prepare();
        using var start = await LockAsync(place.File("start.lock"), FileAccess.ReadWrite, FileShare.None, cancel);
        var use = await LockAsync(place.File("users.lock"), FileAccess.Read, FileShare.Read, cancel);
        try
        {
            if (!Directory.Exists(place.Cluster)) await InitialiseAsync(place, cancel);
            if (!place.IsServerAlive()) await StartAsync(place, serverOptions, cancel);
            StartWatchdog(place);
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = place.Socket, Username = place.Owner, Database = "paperdigest", MaxPoolSize = 50,
            };
            return new EmbeddedPostgres(use, connection.ConnectionString);
        }
        catch
        {
            await use.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the server; the last to leave has it stopped within a moment.</summary>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _use.Dispose();
    }

    private static async Task InitialiseAsync(ClusterPlace place, CancellationToken cancel)
    {
        // Made beside and renamed: a kill half-way must not leave a folder that looks like a cluster.
        var unfinished = place.File("cluster.new");
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await RunAsync(
            place, [place.Binary("initdb"), "-D", unfinished, "-U", place.Owner, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], cancel);
        Directory.Move(unfinished, place.Cluster);
    }

    private static async Task StartAsync(ClusterPlace place, string serverOptions, CancellationToken cancel)
    {
        place.RemoveStalePidFile();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // setsid: a Ctrl+C in the terminal must reach the program, which then leaves in order, and not the server.
                await RunAsync(
                    place,
                    ["setsid", place.Binary("pg_ctl"), "start", "-w", "-t", "60", "-s", "-D", place.Cluster, "-l", place.File("server.log"),
                        "-o", $"-c listen_addresses='' -c unix_socket_directories='{place.Socket}' -c max_connections=150 {serverOptions}"],
                    cancel);
                return;
            }
            catch (DatabaseUnavailableException) when (attempt < 5)
            {
                // When the server itself was killed, its last workers hold its shared memory for a moment longer.
                await Task.Delay(200, cancel);
            }
        }
    }

    /// <summary>
    /// The watchdog waits until it gets users.lock for itself, which is when its last user is gone, and then sends the server
    /// SIGINT (fast shutdown). It looks again under start.lock, so that it never stops a server that somebody just joined, and
    /// keeps that lock until the server is gone, so that nobody joins one that is on its way out. A folder that was removed has no
    /// locks to wait for; the server notices that by itself.
    /// </summary>
    private static void StartWatchdog(ClusterPlace place)
    {
        const string script =
            """
            exec > /dev/null 2>&1
            cd "$1" || exit 1
            while [ -e users.lock ]; do
              flock -x users.lock true
              flock -x start.lock flock -n -x users.lock sh -c '
                pid=$(head -n 1 cluster/postmaster.pid)
                kill -INT "$pid"
                n=0
                while [ -e cluster/postmaster.pid ] && kill -0 "$pid" && [ $n -lt 400 ]; do sleep 0.05; n=$((n + 1)); done
                true' && exit 0
            done
            """;
        // "flock -n watchdog.lock": one watchdog a folder; a second one ends at once.
        var watchdog = new ProcessStartInfo("setsid", ["--fork", "flock", "-n", "watchdog.lock", "sh", "-c", script, "watchdog", place.Root])
        {
            WorkingDirectory = place.Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(watchdog);
    }

    private static async Task RunAsync(ClusterPlace place, string[] command, CancellationToken cancel)
    {
        var line = place.AsOwner(command);
        var info = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = place.Root, RedirectStandardError = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(info)!;
        // pg_ctl's child, the server, keeps the pipes' other ends where it is not given a log file; it is, so the pipes do end.
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode == 0) return;
        throw new DatabaseUnavailableException(
            $"The embedded PostgreSQL in {place.Root} could not be started: {command[0]} ended with {process.ExitCode}. "
            + $"{(await output).Trim()} {errors.Trim()} {place.LastLogLines()}".Trim());
    }

    private static async Task<FileStream> LockAsync(string file, FileAccess access, FileShare share, CancellationToken cancel)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, access, share);
            }
            catch (IOException) when (deadline.Elapsed < Patience)
            {
                // Another process is starting or stopping the server; both take well under a second.
                await Task.Delay(20, cancel);
            }
            catch (IOException e)
            {
                throw new DatabaseUnavailableException($"The lock {file} has been held for {Patience.TotalSeconds:0} seconds by another process.", e);
            }
        }
    }
}
