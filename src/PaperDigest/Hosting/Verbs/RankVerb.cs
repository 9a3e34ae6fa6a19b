using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text.Json;
using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Verbs;

/// <summary>
/// <c>rank</c>: computes the order of the days now, or as of an instant, and prints which days with how many papers. <c>rank eval</c>:
/// measures the score on recorded votes, without a database.
/// </summary>
internal static class RankVerb
{
    private static readonly Option<DateTimeOffset?> At = InstantOption.Named("--at", "Rank as of this instant: days announced and votes cast by then. Repeatable.");
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print the days as JSON." };
    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "The folder with votes.jsonl (or .gz): lines of {date, arxiv_id, at, votes}, and where known comments and since. The first look at each paper of a date is its morning, the last its evening.",
    };

    private static readonly Option<bool> FiguresAsJson = new("--json") { Description = "Print the figures as JSON." };
    private static readonly Command Evaluation = new("eval", "Measure the score on recorded votes: what the morning's tell of the evening's.") { Folder, FiguresAsJson };
    private static readonly Command Ranking = new("rank", "Put the papers of the listing days in order.")
    {
        Options = { At, AsJson }, Subcommands = { Evaluation },
        // Without one, the library takes a command that has others below it for incomplete.
        Action = new Callable(),
    };

    public static Verb Rank() => new(Ranking, async call =>
    {
        var ranking = call.Services.GetRequiredService<DayRanking>();
        var days = call.Arguments.GetValue(At) is { } instant
            ? await ranking.RankAsOfAsync(instant, call.Cancel)
            : await ranking.RankAsync(call.Now, call.Cancel);
        foreach (var line in call.Arguments.GetValue(AsJson) ? [JsonSerializer.Serialize(days, JsonSerializerOptions.Web)] : Lines(days))
            Console.WriteLine(line);
        return 0;
    });

    public static Verb Evaluate()
    {
        Folder.Validators.Add(result =>
        {
            if (!Directory.Exists(result.GetValueOrDefault<string>())) result.AddError($"There is no folder '{result.GetValueOrDefault<string>()}'.");
        });
        return new Verb(Ranking, Evaluation, (arguments, cancel) => EvaluateAsync(arguments, Console.Out, cancel));
    }

    public static async Task<int> EvaluateAsync(ParseResult arguments, TextWriter output, CancellationToken cancel)
    {
        try
        {
            var report = TrendEvaluation.Run(await RecordedVotes.ReadAsync(arguments.GetRequiredValue(Folder), cancel));
            foreach (var line in arguments.GetValue(FiguresAsJson) ? [Json(report)] : Lines(report)) await output.WriteLineAsync(line);
            return 0;
        }
        catch (InvalidDataException e)
        {
            return Answer.Failure(e.Message);
        }
    }

    private static IEnumerable<string> Lines(IReadOnlyList<RankedDay> days) =>
        days is [] ? ["No day to rank."] : days.Select(day => "Ranked " + RankJob.InWords(day));

    private static IEnumerable<string> Lines(TrendReport report)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{report.Days} days, {report.Papers} papers   first   nDCG@10      tau");
        foreach (var (formula, measures) in report.Formulas)
            yield return string.Create(CultureInfo.InvariantCulture, $"{InWords(formula),-25} {measures.First:0.000}    {measures.Ndcg10:0.0000}   {measures.Tau,6:0.0000}");
    }

    private static string InWords(string formula) => formula switch
    {
        "votes" => "plain votes",
        TrendEvaluation.Default => "the default score",
        _ => "Hacker News' formula",
    };

    private static string Json(TrendReport report)
    {
        var figures = Figures(report.Default);
        (figures["days"], figures["papers"]) = (report.Days, report.Papers);
        figures["formulas"] = report.Formulas.ToDictionary(f => f.Formula, f => Figures(f.Measures));
        return JsonSerializer.Serialize(figures);
    }

    private static Dictionary<string, object> Figures(TrendMeasures measures) => new()
    {
        ["first"] = measures.First, ["ndcg10"] = measures.Ndcg10, ["tau"] = measures.Tau,
    };

    /// <summary>Is never invoked: verbs are run by the program.</summary>
    private sealed class Callable : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult) => 0;
    }
}
