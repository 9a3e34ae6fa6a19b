using System.CommandLine;
using System.Globalization;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>ingest</c>: takes in the listing of a day and puts it in order, so that it shows at once.</summary>
internal static class IngestVerb
{
    private const string DayFormat = "yyyy-MM-dd";

    public static Verb Ingest()
    {
        var day = new Option<string>("--day") { Description = "The listing's date, YYYY-MM-DD (default: the one that the feeds show today)." };
        day.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is var text && DayOf(text) is null) result.AddError($"--day {text}: give a date as YYYY-MM-DD.");
        });
        var source = new Option<string>("--source") { Description = "arxiv, or all.", DefaultValueFactory = _ => "all" };
        source.Validators.Add(result =>
        {
            if (WhyNot(result.GetValueOrDefault<string>()) is { } why) result.AddError(why);
        });
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        return new Verb(new Command("ingest", "Take in the listing of a day now.") { day, source, json }, async call =>
        {
            var report = await RunAsync(call, DayOf(call.Arguments.GetValue(day)) ?? ListingDate.FeedDay(call.Now));
            Console.WriteLine(call.Arguments.GetValue(json) ? RunLog.Json(report) : IngestText.Of(report));
            if (report.IsDone) return 0;
            return Answer.Failure(report.Message);
        });
    }

    private static async Task<IngestReport> RunAsync(VerbCall call, DateOnly day)
    {
        var order = new IngestOrder(day, call.Services.GetRequiredService<ArxivOptions>().CategoryList) { Tell = Console.Error.WriteLine };
        var report = await call.Services.GetRequiredService<Ingest>().RunAsync(order, call.Now, call.Cancel);
        await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
        return report;
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? WhyNot(string? source) => source switch
    {
        "arxiv" or "all" => null,
        "huggingface" => "--source huggingface: this version takes in arXiv's listings only.",
        _ => $"--source {source}: give arxiv or all.",
    };
}
