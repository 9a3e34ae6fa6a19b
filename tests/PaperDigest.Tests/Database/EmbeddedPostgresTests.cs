using System.Diagnostics;
using Npgsql;
using PaperDigest.Tests.Support;
using PaperDigest.Database;

namespace PaperDigest.Tests.Database;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly ScratchFolder _folder = new("embedded");

    [Fact]
    public async Task Whoever_comes_first_starts_the_server_and_whoever_leaves_last_ends_it()
    {
        var first = await JoinAsync();
        var pid = await ServerPidAsync(first);
        var second = await JoinAsync();
        Assert.Equal(pid, await ServerPidAsync(second));

        first.Dispose();
        Assert.Equal(pid, await ServerPidAsync(second));

        second.Dispose();
        await Eventually.Async(() => !Directory.Exists($"/proc/{pid}"), "the server ends when nobody uses it");
    }

    [Fact]
    public async Task A_folder_whose_server_was_killed_starts_again_with_its_data()
    {
        int pid;
        using (var before = await JoinAsync())
        {
            await ExecuteAsync(before, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
            pid = await ServerPidAsync(before);
            Process.GetProcessById(pid).Kill();
            await Eventually.Async(() => !Directory.Exists($"/proc/{pid}"), "the server is gone");
        }

        using var after = await JoinAsync();
        Assert.Equal(7, await ScalarAsync<int>(after, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_pid_file_that_names_another_process_does_not_keep_the_server_from_starting()
    {
        using (await JoinAsync())
        {
        }
        var pidFile = Path.Combine(_folder.Path, "postgres/cluster/postmaster.pid");
        await Eventually.Async(() => !File.Exists(pidFile), "the server has ended");
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId}\n{_folder.Path}\n", TestContext.Current.CancellationToken);

        using var server = await JoinAsync();
        Assert.NotEqual(Environment.ProcessId, await ServerPidAsync(server));
    }

    [Fact]
    public async Task Whoever_comes_while_the_server_is_being_stopped_finds_one_that_answers()
    {
        using (await JoinAsync())
        {
        }
        var log = Path.Combine(_folder.Path, "postgres/server.log");
        await Eventually.Async(() => File.ReadAllText(log).Contains("received fast shutdown request", StringComparison.Ordinal), "the server is told to stop");

        using var next = await JoinAsync();
        Assert.Equal(1, await ScalarAsync<int>(next, "SELECT 1"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<EmbeddedPostgres> JoinAsync() =>
        EmbeddedPostgres.JoinAsync(_folder.Path, "-c fsync=off", TestContext.Current.CancellationToken);

    private static async Task<int> ServerPidAsync(EmbeddedPostgres server)
    {
        var folder = await ScalarAsync<string>(server, "SHOW data_directory");
        return int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<T> ScalarAsync<T>(EmbeddedPostgres server, string sql)
    {
        await using var source = Open(server);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = Open(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlDataSource Open(EmbeddedPostgres server) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
}
