using System.Diagnostics;
using PaperDigest.Search;

namespace PaperDigest.Benchmarks;

/// <summary>
/// The search engine over 100,000 or 1,000,000 papers on one core: building, memory, training, and the time of queries with all
/// legs (words, nearness, meaning), against PostgreSQL's full text on the same papers and queries.
/// </summary>
internal static class SearchBenchmark
{
    private const int QueriesOfAKind = 100;
    private const int QueriesToPostgres = 10;

    /// <param name="file">Real papers as JSON lines; null for made-up ones.</param>
    public static async Task<int> RunAsync(int papers, string? file)
    {
        var texts = file is null ? SearchTexts.MadeUp(papers) : SearchTexts.From(file, papers);
        var index = Build(texts, papers);
        Train(index);
        var queries = Queries(file is null ? SearchTexts.MadeUp(QueriesOfAKind) : SearchTexts.From(file, QueriesOfAKind));
        foreach (var (kind, texted) in queries) Ask(index, kind, texted);
        await CompareAsync(index, texts, [.. queries["keywords"].Take(QueriesToPostgres)]);
        return 0;
    }

    private static PaperIndex Build(IEnumerable<IndexedPaper> texts, int papers)
    {
        var index = new PaperIndex();
        var (before, spent) = (GC.GetTotalMemory(forceFullCollection: true), Spent());
        foreach (var paper in texts) index.Add(paper);
        index.Publish(default);
        Console.WriteLine($"{papers:N0} papers indexed in {(Spent() - spent).TotalSeconds:0.0} s of one core (with reading or making them up)");
        Print("memory of words", GC.GetTotalMemory(forceFullCollection: true) - before);
        return index;
    }

    private static void Train(PaperIndex index)
    {
        var spent = Spent();
        var model = index.Train(default) ?? throw new InvalidOperationException("There are too few papers to train on.");
        Console.WriteLine($"encoder of {model.Terms.Count:N0} terms trained in {(Spent() - spent).TotalSeconds:0} s of one core");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        index.Adopt(index.Encode(model, default), default);
        Print("memory of vectors", GC.GetTotalMemory(forceFullCollection: true) - before);
        Print("memory of the encoder", model.Levels.LongLength);
    }

    private static Dictionary<string, List<string>> Queries(IEnumerable<IndexedPaper> papers)
    {
        var read = papers.Select(p => (Title: p.Title.Split(' '), Sentence: p.Text.Split(". ")[0])).ToList();
        return new()
        {
            ["keywords"] = [.. read.Select((p, n) => string.Join(' ', p.Title.Take(2 + (n % 3))))],
            ["titles"] = [.. read.Select(p => string.Join(' ', p.Title))],
            ["sentences"] = [.. read.Select(p => p.Sentence)],
        };
    }

    /// <summary>Prints the time of a core, which other programs do not lengthen, and the time that passed.</summary>
    private static void Ask(PaperIndex index, string kind, List<string> queries)
    {
        foreach (var query in queries) HybridRanking.Of(index.View, index.WordsOf(query));
        var (passed, spent) = (new List<double>(), new List<double>());
        foreach (var query in queries)
        {
            var (watch, before) = (Stopwatch.StartNew(), Spent());
            HybridRanking.Of(index.View, index.WordsOf(query));
            spent.Add((Spent() - before).TotalMilliseconds);
            passed.Add(watch.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine($"{kind,-10} p50 {At(spent, 0.5):0.0} ms, p95 {At(spent, 0.95):0.0} ms of one core (passed: p50 {At(passed, 0.5):0.0}, p95 {At(passed, 0.95):0.0})");
    }

    private static async Task CompareAsync(PaperIndex index, IEnumerable<IndexedPaper> texts, List<string> queries)
    {
        await using var fullText = await PostgresFullText.OfAsync(texts);
        var ours = new Rounds("this engine", "queries/s");
        var theirs = new Rounds("PostgreSQL: any of the words, by ts_rank", "queries/s");
        foreach (var query in queries)
        {
            var watch = Stopwatch.StartNew();
            HybridRanking.Of(index.View, index.WordsOf(query));
            ours.Add(1 / watch.Elapsed.TotalSeconds);
            watch.Restart();
            await fullText.FindAsync(query);
            theirs.Add(1 / watch.Elapsed.TotalSeconds);
        }
        ours.Print();
        theirs.Print();
        ours.PrintRatioTo(theirs);
    }

    private static TimeSpan Spent() => Environment.CpuUsage.TotalTime;

    private static double At(List<double> figures, double share) => figures.Order().ElementAt((int)(share * (figures.Count - 1)));

    private static void Print(string what, long bytes) => Console.WriteLine($"{what}: {bytes / 1e6:N0} MB");
}
