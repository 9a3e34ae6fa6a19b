using System.Globalization;
using Npgsql;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Benchmarks;

/// <summary>
/// A day's list page of fifty papers in a catalogue of 99,900, as the site serves it to visitors without an account from its cache,
/// and as it renders it for somebody with a cookie, against a bare endpoint that gives back the very same bytes from memory.
/// </summary>
internal static class PageBenchmark
{
    private const int Days = 100;
    private const int PapersPerDay = 999;
    private const int SitePort = 5191;
    private const int BarePort = 5192;
    private const int RoundCount = 5;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    // Somebody with a cookie of ours sees their own votes, so their pages are rendered for them.
    private const string Uncached = "Cookie: pd_visitor=benchmark\r\n";

    public static async Task<int> RunAsync()
    {
        await using var server = await ScratchServer.StartAsync();
        await using var database = await server.DatabaseAsync("pages");
        await FillAsync(database);
        var here = AppContext.BaseDirectory;
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__PaperDigest"] = database.ConnectionString,
            ["Data__Directory"] = server.Folder,
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{SitePort}",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        using var site = new ChildProcess(Path.Combine(here, "PaperDigest.dll"), ["serve", "--no-jobs"], settings);
        await site.AnswersAsync($"http://127.0.0.1:{SitePort}/health/ready");
        var page = Path.Combine(server.Folder, "page.html");
        using (var client = new HttpClient()) await File.WriteAllBytesAsync(page, await client.GetByteArrayAsync($"http://127.0.0.1:{SitePort}/"));
        using var bare = new ChildProcess(Path.Combine(here, "PaperDigest.Benchmarks.dll"), ["bare", BarePort.ToString(CultureInfo.InvariantCulture), page]);
        await bare.AnswersAsync($"http://127.0.0.1:{BarePort}/");
        await IndexIsFullAsync();

        var listed = new Rounds("list page (cached for visitors)", "requests/s");
        var rendered = new Rounds("list page (rendered for each request)", "requests/s");
        var same = new Rounds("the same bytes from a bare endpoint", "requests/s");
        await HttpLoad.RunAsync(SitePort, "/", RoundTime);
        await HttpLoad.RunAsync(SitePort, "/", RoundTime, Uncached);
        await HttpLoad.RunAsync(BarePort, "/", RoundTime);
        for (var round = 0; round < RoundCount; round++)
        {
            listed.Add(await HttpLoad.RunAsync(SitePort, "/", RoundTime));
            same.Add(await HttpLoad.RunAsync(BarePort, "/", RoundTime));
            rendered.Add(await HttpLoad.RunAsync(SitePort, "/", RoundTime, Uncached));
        }

        Console.WriteLine($"A page of {new FileInfo(page).Length / 1024:N0} KB over 16 connections, {RoundCount} rounds of {RoundTime.TotalSeconds:0} s:");
        foreach (var rounds in (Rounds[])[listed, rendered, same]) rounds.Print();
        listed.PrintRatioTo(same);
        rendered.PrintRatioTo(same);
        return 0;
    }

    /// <summary>Waits until the search index is filled, which takes a core as long as it lasts.</summary>
    private static async Task IndexIsFullAsync()
    {
        using var client = new HttpClient();
        for (var waited = 0; waited < 120; waited++)
        {
            // Only the index knows similar papers. A new address each time, past the cache.
            if ((await client.GetStringAsync($"http://127.0.0.1:{SitePort}/papers/2601.{1 + waited:00000}")).Contains("Similar papers", StringComparison.Ordinal)) return;
            await Task.Delay(500);
        }
        throw new InvalidOperationException("The search index is not filled.");
    }

    private static async Task FillAsync(NpgsqlDataSource database)
    {
        var importer = new ListingImporter(database);
        var (first, now) = (new DateOnly(2026, 1, 1), new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        for (var day = 0; day < Days; day++) await importer.ImportAsync(MadeUp.Listing(first.AddDays(day), 1 + (day * PapersPerDay), PapersPerDay), now, default);
        await new DayRanking(database, TimeProvider.System).RankAsync(now, default);
        await using var analyze = database.CreateCommand("VACUUM ANALYZE");
        await analyze.ExecuteNonQueryAsync();
    }
}
