using PaperDigest.Benchmarks;

// Each benchmark runs its counterpart in the same run, round by round in turn, and prints a ratio: absolute figures depend on
// the machine and on what else it does, ratios hardly do.
return args switch
{
    ["ingest"] => await IngestBenchmark.RunAsync(),
    ["import"] => await ImportBenchmark.RunAsync(),
    ["page"] => await PageBenchmark.RunAsync(),
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
        """);
    return 2;
}
