using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PaperDigest.Search;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>search eval</c>: measures the search on a collection with judgements. Needs no database.</summary>
internal static class SearchVerbs
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder with corpus.jsonl (or .gz), queries.jsonl and qrels.tsv." };
    private static readonly Option<bool> Similar = new("--similar") { Description = "Look for papers like a query's document (\"doc\"), or like its text." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print the figures as JSON." };

    public static Verb Evaluate()
    {
        Folder.Validators.Add(result =>
        {
            if (!Directory.Exists(result.GetValueOrDefault<string>())) result.AddError($"There is no folder '{result.GetValueOrDefault<string>()}'.");
        });
        var eval = new Command("eval", "Measure the search on a collection of documents, queries and judgements.") { Folder, Similar, AsJson };
        var search = new Command("search", "The search over the catalogue.") { eval };
        return new Verb(search, eval, (arguments, cancel) => EvaluateAsync(arguments, Console.Out, cancel));
    }

    public static async Task<int> EvaluateAsync(ParseResult arguments, TextWriter output, CancellationToken cancel)
    {
        try
        {
            var collection = await SearchCollection.ReadAsync(arguments.GetRequiredValue(Folder), cancel);
            var report = SearchEvaluation.Run(collection, arguments.GetValue(Similar), Console.Error.WriteLine, cancel);
            foreach (var line in arguments.GetValue(AsJson) ? [Json(report)] : Lines(report)) await output.WriteLineAsync(line);
            return 0;
        }
        catch (InvalidDataException e)
        {
            return Answer.Failure(e.Message);
        }
    }

    private static IEnumerable<string> Lines(EvaluationReport report)
    {
        yield return $"{report.Queries} queries   nDCG@10      MAP   Recall@50   ms a query";
        foreach (var (leg, measures) in report.Legs.Select(l => (l, l.Measures)))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{InWords(leg.Legs),-25} {measures.Ndcg10:0.0000}   {measures.Map:0.0000}   {measures.Recall50:0.0000}      {leg.Milliseconds:0.00}");
        }
    }

    private static string InWords(RankingLegs legs) => legs switch
    {
        RankingLegs.Words => "BM25F",
        RankingLegs.Nearness => "with proximity",
        RankingLegs.Meaning => "with the encoder",
        _ => "fused (the default)",
    };

    private static string Json(EvaluationReport report)
    {
        var figures = Figures(report.Default);
        figures["legs"] = report.Legs.ToDictionary(l => l.Name, Figures);
        return JsonSerializer.Serialize(figures);
    }

    private static Dictionary<string, object> Figures(LegReport leg) => new()
    {
        ["ndcg10"] = leg.Measures.Ndcg10, ["map"] = leg.Measures.Map, ["recall50"] = leg.Measures.Recall50, ["ms"] = leg.Milliseconds,
    };
}
