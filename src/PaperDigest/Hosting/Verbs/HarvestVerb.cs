using System.CommandLine;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>harvest</c>: takes in arXiv's records of a span of days from OAI-PMH, and goes on where it was stopped.</summary>
internal static class HarvestVerb
{
    public static Verb Harvest()
    {
        var from = Day("--from", "The first day of the records' last change, YYYY-MM-DD.");
        from.Required = true;
        var until = Day("--until", "The last day (default: to the present day).");
        var set = new Option<string?>("--set") { Description = "A set of OAI-PMH such as cs, math:math:PR or physics:hep-th (default: all of arXiv)." };
        set.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && OaiSet.WhyNot(name) is { } why) result.AddError($"--set {why}");
        });
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var command = new Command("harvest", "Take in arXiv's records of a span of days; the same command again goes on where it stopped.") { from, until, set, json };
        command.Validators.Add(result =>
        {
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            if (DayOf(result.GetValue(from)) is { } first && HarvestOrder.WhyNot(first, DayOf(result.GetValue(until)), today) is { } why) result.AddError(why);
        });
        return new Verb(command, async call =>
        {
            var order = HarvestOrder.Of(DayOf(call.Arguments.GetValue(from))!.Value, DayOf(call.Arguments.GetValue(until)), call.Arguments.GetValue(set));
            var report = await call.Services.GetRequiredService<Harvest>().RunAsync(order with { Tell = Console.Error.WriteLine }, call.Now, call.Cancel);
            Console.WriteLine(call.Arguments.GetValue(json) ? RunLog.Json(report) : HarvestText.Of(report));
            return report.IsDone ? 0 : Answer.Failure(report.Message);
        });
    }

    private static Option<string?> Day(string name, string description)
    {
        var day = new Option<string?>(name) { Description = description, HelpName = "DAY" };
        day.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && DayOf(text) is null) result.AddError($"{name} {text}: give a date as YYYY-MM-DD.");
        });
        return day;
    }

    private static DateOnly? DayOf(string? text) => text is not null && DayWords.TryParse(text, out var day) ? day : null;
}
