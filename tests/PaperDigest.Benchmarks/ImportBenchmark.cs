using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace PaperDigest.Benchmarks;

/// <summary>
/// The verb <c>import</c> on a snapshot file of made-up papers, as a process of its own from its start to its end, against a raw COPY
/// of the very rows that came of it into the same tables with the same indexes. The COPY finds its rows ready in memory: it parses,
/// checks and folds nothing.
/// </summary>
internal static class ImportBenchmark
{
    private const int Papers = 50_000;
    private const int RoundCount = 3;

    /// <summary>The tables that the import writes, parents first.</summary>
    private static readonly string[] Tables = ["papers", "paper_versions", "paper_categories"];

    public static async Task<int> RunAsync()
    {
        await using var server = await ScratchServer.StartAsync();
        var file = Path.Combine(server.Folder, "snapshot.jsonl");
        WriteSnapshot(file);
        var import = new Rounds("import of a snapshot", "papers/s");
        var copy = new Rounds("raw COPY of the same rows, same tables and indexes", "papers/s");
        var memory = new Rounds("most memory of the importing process", "MB");
        for (var round = 0; round < RoundCount; round++)
        {
            await using var into = await server.DatabaseAsync($"import_{round}");
            await using var raw = await server.DatabaseAsync($"raw_{round}");
            import.Add(await ImportAsync(into, file, memory));
            copy.Add(await RawCopy.RunAsync(into, raw, Tables, Papers));
        }

        Console.WriteLine($"{Papers:N0} papers with abstracts of 1,200 characters and 5 authors ({new FileInfo(file).Length >> 20} MB of JSON), {RoundCount} rounds:");
        import.Print();
        copy.Print();
        memory.Print();
        import.PrintRatioTo(copy);
        return 0;
    }

    /// <summary>Papers a second by the program's own report, which leaves out only its start; it says how many it took in.</summary>
    private static async Task<double> ImportAsync(NpgsqlDataSource into, string file, Rounds memory)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PaperDigest.dll"), "import", file, "--json"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["ConnectionStrings__PaperDigest"] = into.ConnectionString, ["Data__Directory"] = Path.GetDirectoryName(file)! },
        };
        using var process = Process.Start(info)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEndAsync();
        memory.Add(await PeakAsync(process));
        using var report = JsonDocument.Parse(await output);
        var only = report.RootElement.GetProperty("files")[0];
        if (only.GetProperty("total").GetProperty("new").GetInt32() != Papers) throw new InvalidOperationException(only.ToString());
        return Papers / only.GetProperty("seconds").GetDouble();
    }

    /// <summary>The most memory that the process held, by Linux's own count, in MB.</summary>
    private static async Task<double> PeakAsync(Process process)
    {
        var peak = 0.0;
        for (; !process.HasExited; await Task.Delay(100)) peak = Math.Max(peak, HighWater(process.Id));
        return peak;
    }

    private static double HighWater(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static void WriteSnapshot(string file)
    {
        using var lines = new StreamWriter(file);
        for (var number = 1; number <= Papers; number++) lines.WriteLine(MadeUp.SnapshotLine(number));
    }
}
