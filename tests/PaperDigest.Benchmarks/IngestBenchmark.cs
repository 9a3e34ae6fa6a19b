using System.Diagnostics;
using Npgsql;
using PaperDigest.Listings;

namespace PaperDigest.Benchmarks;

/// <summary>
/// Taking in twenty listings of a thousand new papers each, against a raw COPY of the very rows that came of it into the same
/// tables with the same indexes. The COPY knows nothing of duplicates, versions or counts: it is the floor, not the goal.
/// </summary>
internal static class IngestBenchmark
{
    private const int Listings = 20;
    private const int PapersPerListing = 1_000;
    private const int RoundCount = 3;

    /// <summary>The tables that ingest writes, parents first.</summary>
    private static readonly string[] Tables = ["papers", "paper_versions", "paper_categories", "listings", "listing_entries", "listing_days"];

    public static async Task<int> RunAsync()
    {
        await using var server = await ScratchServer.StartAsync();
        var ingest = new Rounds("ingest of listings", "papers/s");
        var copy = new Rounds("raw COPY of the same rows, same tables and indexes", "papers/s");
        for (var round = 0; round < RoundCount; round++)
        {
            await using var into = await server.DatabaseAsync($"ingest_{round}");
            ingest.Add(await IngestAsync(into));
            await using var raw = await server.DatabaseAsync($"raw_{round}");
            copy.Add(await RawCopy.RunAsync(into, raw, Tables, Listings * PapersPerListing));
        }

        Console.WriteLine($"{Listings} listings of {PapersPerListing:N0} papers with abstracts of 1,200 characters, {RoundCount} rounds:");
        ingest.Print();
        copy.Print();
        ingest.PrintRatioTo(copy);
        return 0;
    }

    private static async Task<double> IngestAsync(NpgsqlDataSource database)
    {
        var importer = new ListingImporter(database);
        var first = new DateOnly(2026, 1, 1);
        var listings = Enumerable.Range(0, Listings).Select(n => MadeUp.Listing(first.AddDays(n), 1 + (n * PapersPerListing), PapersPerListing)).ToList();
        var watch = Stopwatch.StartNew();
        foreach (var listing in listings) await importer.ImportAsync(listing, DateTimeOffset.UnixEpoch, default);
        return Listings * PapersPerListing / watch.Elapsed.TotalSeconds;
    }
}
