using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>ingest</c>: takes in the listing of a day and puts it in order, so that it shows at once.</summary>
internal static class IngestVerb
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] Sources = ["arxiv", "huggingface", "all"];

    public static Verb Ingest()
    {
        var day = new Option<string>("--day") { Description = "The listing's date, YYYY-MM-DD (default: today's)." };
        day.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var text && DayOf(text) is null) result.AddError($"--day {text}: give a date as YYYY-MM-DD.");
        });
        var source = new Option<string>("--source")
        {
            Description = "arxiv, huggingface, or all: arXiv, and Hugging Face if HuggingFace__Enabled is true.", DefaultValueFactory = _ => "all",
        };
        source.Validators.Add(result =>
        {
            if (!Sources.Contains(result.GetValueOrDefault<string>())) result.AddError($"--source {result.GetValueOrDefault<string>()}: give arxiv, huggingface or all.");
        });
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        return new Verb(new Command("ingest", "Take in the listing of a day now.") { day, source, json }, async call =>
        {
            var (arxiv, curated) = await RunAsync(call, DayOf(call.Arguments.GetValue(day)), call.Arguments.GetValue(source)!);
            Console.WriteLine(call.Arguments.GetValue(json) ? Json(arxiv, curated) : InWords(arxiv, curated));
            string?[] undone = [arxiv is { IsDone: false } ? arxiv.Message : null, curated is { IsDone: false } ? curated.Message : null];
            return undone.OfType<string>().ToList() is { Count: > 0 } messages ? Answer.Failure(string.Join('\n', messages)) : 0;
        });
    }

    private static async Task<(IngestReport? Arxiv, CuratedReport? Curated)> RunAsync(VerbCall call, DateOnly? day, string source)
    {
        var arxiv = source == "huggingface" ? null : await ArxivAsync(call, day ?? ListingDate.FeedDay(call.Now));
        var isWanted = source == "huggingface" || (source == "all" && call.Services.GetRequiredService<HuggingFaceOptions>().Enabled);
        var curated = !isWanted ? null : await call.Services.GetRequiredService<CuratedIngest>()
            .RunAsync(day ?? DailyPapersDate.At(call.Now), Console.Error.WriteLine, call.Now, call.Cancel);
        await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
        return (arxiv, curated);
    }

    private static Task<IngestReport> ArxivAsync(VerbCall call, DateOnly day)
    {
        var order = new IngestOrder(day, call.Services.GetRequiredService<ArxivOptions>().CategoryList) { Tell = Console.Error.WriteLine };
        return call.Services.GetRequiredService<Ingest>().RunAsync(order, call.Now, call.Cancel);
    }

    private static string InWords(IngestReport? arxiv, CuratedReport? curated) =>
        string.Join('\n', new[] { arxiv is null ? null : IngestText.Of(arxiv), curated is null ? null : CuratedText.Of(curated) }.OfType<string>());

    /// <summary>Either report, or arXiv's with the other in it.</summary>
    private static string Json(IngestReport? arxiv, CuratedReport? curated)
    {
        if (arxiv is null) return RunLog.Json(curated);
        if (curated is null) return RunLog.Json(arxiv);
        var both = JsonNode.Parse(RunLog.Json(arxiv))!;
        both["huggingFace"] = JsonNode.Parse(RunLog.Json(curated));
        return RunLog.Json(both);
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
