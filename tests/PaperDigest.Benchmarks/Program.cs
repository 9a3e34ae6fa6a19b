using PaperDigest.Benchmarks;

// Each benchmark runs its counterpart in the same run, round by round in turn, and prints a ratio: absolute figures depend on
// the machine and on what else it does, ratios hardly do.
return args switch
{
    ["ingest"] => await IngestBenchmark.RunAsync(),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["page"] => await PageBenchmark.RunAsync(),
    ["search", .. var options] when !options.Except(["--million"]).Skip(1).Any() =>
        await SearchBenchmark.RunAsync(options.Contains("--million") ? 1_000_000 : 100_000, options.Except(["--million"]).FirstOrDefault()),
    ["bare", var port, var file] => await BareEndpoint.ServeAsync(port, file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project tests/PaperDigest.Benchmarks -- ingest   listings against a raw COPY of the same rows
        dotnet run -c Release --project tests/PaperDigest.Benchmarks -- import   a snapshot file against a raw COPY of the same rows
        dotnet run -c Release --project tests/PaperDigest.Benchmarks -- page     a day's list page against the same bytes from a bare endpoint
        dotnet run -c Release --project tests/PaperDigest.Benchmarks -- search [--million] [FILE]
            the search engine over 100,000 papers or a million, made up or from FILE (gzipped JSON lines: id, title, summary)
        """);
    return 2;
}
