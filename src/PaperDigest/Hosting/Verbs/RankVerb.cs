using System.CommandLine;
using System.Text.Json;
using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>rank</c>: computes the order of the days now, or as of an instant, and prints which days with how many papers.</summary>
internal static class RankVerb
{
    public static Verb Rank()
    {
        var at = InstantOption.Named("--at", "Rank as of this instant: days announced and votes cast by then. Repeatable.");
        var json = new Option<bool>("--json") { Description = "Print the days as JSON." };
        var command = new Command("rank", "Put the papers of the listing days in order.") { at, json };
        return new Verb(command, async call =>
        {
            var ranking = call.Services.GetRequiredService<DayRanking>();
            var days = call.Arguments.GetValue(at) is { } instant
                ? await ranking.RankAsOfAsync(instant, call.Cancel)
                : await ranking.RankAsync(call.Now, call.Cancel);
            foreach (var line in call.Arguments.GetValue(json) ? [JsonSerializer.Serialize(days, JsonSerializerOptions.Web)] : Lines(days))
                Console.WriteLine(line);
            return 0;
        });
    }

    private static IEnumerable<string> Lines(IReadOnlyList<RankedDay> days) =>
        days is [] ? ["No day to rank."] : days.Select(day => "Ranked " + RankJob.InWords(day));
}
