using System.CommandLine;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>sample</c>: loads the bundled listings and puts them in order.</summary>
internal static class SampleVerb
{
    public static Verb Sample() => new(new Command("sample", "Load the bundled sample listings."), async call =>
    {
        var outcome = await call.Services.GetRequiredService<Sample>().LoadAsync(call.Now, call.Cancel);
        if (outcome == SampleOutcome.RealPapersThere)
            return Answer.Failure("The catalogue holds real papers; the sample is only for an empty one.");
        await RankAsync(call);
        Console.WriteLine(outcome == SampleOutcome.Loaded ? "The sample is loaded." : "The sample is there already.");
        return 0;
    });

    /// <summary>Fills an empty catalogue at the first start. <c>Sample__AtStart=false</c> leaves it empty.</summary>
    public static async Task LoadFirstTimeAsync(VerbCall call)
    {
        if (!call.App.Configuration.IsOn("Sample:AtStart")) return;
        if (await call.Services.GetRequiredService<Sample>().LoadFirstTimeAsync(call.Now, call.Cancel) == SampleOutcome.Loaded) await RankAsync(call);
    }

    private static async Task RankAsync(VerbCall call) =>
        await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
}
