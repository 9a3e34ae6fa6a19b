using PaperDigest.Hosting.Verbs;

namespace PaperDigest.Tests.Hosting;

public sealed class IngestVerbTests
{
    [Theory]
    [InlineData("--day", "2026-05-12")]
    [InlineData("--source", "arxiv")]
    [InlineData("--source", "huggingface")]
    [InlineData("--source", "all", "--json")]
    public void It_takes_a_day_and_a_source(params string[] arguments) => Assert.Empty(VerbList.Parse(["ingest", .. arguments]).Errors);

    [Theory]
    [InlineData("YYYY-MM-DD", "--day", "2026-5-12")]
    [InlineData("YYYY-MM-DD", "--day", "2026-02-30")]
    [InlineData("arxiv, huggingface or all", "--source", "elsewhere")]
    public void Anything_else_is_a_bad_argument_that_is_explained(string explanation, params string[] arguments) =>
        Assert.Contains(explanation, Assert.Single(VerbList.Parse(["ingest", .. arguments]).Errors).Message, StringComparison.Ordinal);
}
