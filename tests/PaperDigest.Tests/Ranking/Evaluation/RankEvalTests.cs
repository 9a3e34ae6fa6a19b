using System.Text.Json;
using PaperDigest.Hosting.Verbs;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

public sealed class RankEvalTests : IDisposable
{
    /// <summary>2605.00002 came late and gains most; by plain votes 2605.00001 leads in the morning.</summary>
    private const string Day =
        """
        {"date":"2026-05-12","arxiv_id":"2605.00001","at":"2026-05-12T08:00:00Z","votes":10,"since":"2026-05-11T22:00:00Z"}
        {"date":"2026-05-12","arxiv_id":"2605.00002","at":"2026-05-12T08:00:00Z","votes":9,"since":"2026-05-12T06:00:00Z"}
        {"date":"2026-05-12","arxiv_id":"2605.00003","at":"2026-05-12T08:00:00Z","votes":1,"comments":2}
        {"date":"2026-05-12","arxiv_id":"2605.00001","at":"2026-05-12T15:00:00Z","votes":11}
        {"date":"2026-05-12","arxiv_id":"2605.00001","at":"2026-05-12T23:00:00Z","votes":12}
        {"date":"2026-05-12","arxiv_id":"2605.00002","at":"2026-05-12T23:00:00Z","votes":40}
        {"date":"2026-05-12","arxiv_id":"2605.00003","at":"2026-05-12T23:00:00Z","votes":3}
        {"date":"2026-05-12","arxiv_id":"2605.00004","at":"2026-05-12T23:00:00Z","votes":99}
        {"date":"2026-05-13","arxiv_id":"2605.00009","at":"2026-05-13T08:00:00Z","votes":5}
        """;

    private readonly ScratchFolder _scratch = new("rank-eval");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_score_is_measured_beside_plain_votes_and_another_formula()
    {
        var (code, output) = await RunAsync(Folder(Day), "--json");

        Assert.Equal(0, code);
        var figures = JsonDocument.Parse(output).RootElement;
        // What came in the evening and a day that was seen once are left out.
        Assert.Equal((1, 3), (figures.GetProperty("days").GetInt32(), figures.GetProperty("papers").GetInt32()));
        Assert.Equal((1.0, 1.0, 1.0), (Figure(figures, "first"), Figure(figures, "ndcg10"), Math.Round(Figure(figures, "tau"), 9)));
        var formulas = figures.GetProperty("formulas");
        Assert.Equal(["votes", "default", "hacker_news"], formulas.EnumerateObject().Select(f => f.Name));
        Assert.Equal(0, Figure(formulas.GetProperty("votes"), "first"));
        Assert.Equal(1 / 3.0, Figure(formulas.GetProperty("votes"), "tau"), 1e-9);
    }

    [Fact]
    public async Task For_people_it_is_a_table()
    {
        var (_, output) = await RunAsync(Folder(Day));
        Assert.StartsWith("1 days, 3 papers", output, StringComparison.Ordinal);
        Assert.Contains("the default score         1.000    1.0000   1.0000", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{"date":"2026-05-12","arxiv_id":"2605.00001","votes":5}""")]
    [InlineData("""{"date":"2026-05-12","arxiv_id":"2605.00001","at":"2026-05-12T08:00:00Z","votes":-5}""")]
    [InlineData("""{"date":"2026-05-12","arxiv_id":"2605.00001","at":"2026-05-12T08:00:00Z","votes":5}""")]
    public async Task Votes_that_can_not_be_measured_by_are_refused(string lines) => Assert.Equal(1, (await RunAsync(Folder(lines))).Code);

    [Fact]
    public void Without_a_folder_that_is_there_the_arguments_are_wrong()
    {
        Assert.Null(VerbList.Called(VerbList.Parse(["rank", "eval", Path.Combine(_scratch.Path, "nowhere")])));
        Assert.Null(VerbList.Called(VerbList.Parse(["rank", "eval"])));
        Assert.NotNull(VerbList.Called(VerbList.Parse(["rank", "--at", "2026-05-12"])));
    }

    private static double Figure(JsonElement figures, string name) => figures.GetProperty(name).GetDouble();

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] options)
    {
        var output = new StringWriter();
        var code = await RankVerb.EvaluateAsync(VerbList.Parse(["rank", "eval", folder, .. options]), output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    private string Folder(string lines)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch.Path, Guid.NewGuid().ToString())).FullName;
        File.WriteAllText(Path.Combine(folder, "votes.jsonl"), lines);
        return folder;
    }
}
