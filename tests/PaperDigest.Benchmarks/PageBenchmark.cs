using System.Globalization;

namespace PaperDigest.Benchmarks;

/// <summary>
/// A day's list page of fifty papers, as the site serves it to visitors without an account, against a bare endpoint that gives
/// back the very same bytes from memory. The sample catalogue is enough: the page's cost does not depend on the catalogue.
/// </summary>
internal static class PageBenchmark
{
    private const int SitePort = 5191;
    private const int BarePort = 5192;
    private const int RoundCount = 5;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("paperdigest-bench-").FullName;
        var here = AppContext.BaseDirectory;
        var settings = new Dictionary<string, string>
        {
            ["Data__Directory"] = Path.Combine(folder, "data"),
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{SitePort}",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        using var site = new ChildProcess(Path.Combine(here, "PaperDigest.dll"), ["serve", "--no-jobs"], settings);
        await site.AnswersAsync($"http://127.0.0.1:{SitePort}/health/ready");
        var page = Path.Combine(folder, "page.html");
        using (var client = new HttpClient()) await File.WriteAllBytesAsync(page, await client.GetByteArrayAsync($"http://127.0.0.1:{SitePort}/"));
        using var bare = new ChildProcess(Path.Combine(here, "PaperDigest.Benchmarks.dll"), ["bare", BarePort.ToString(CultureInfo.InvariantCulture), page]);
        await bare.AnswersAsync($"http://127.0.0.1:{BarePort}/");

        var listed = new Rounds("list page (cached for visitors)", "requests/s");
        var rendered = new Rounds("list page (rendered for each request)", "requests/s");
        var same = new Rounds("the same bytes from a bare endpoint", "requests/s");
        await HttpLoad.RunAsync(SitePort, "/", RoundTime);
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

    // A visitor with a cookie of ours sees their own votes, so their pages are rendered for them.
    private const string Uncached = "Cookie: pd_visitor=benchmark\r\n";
}
