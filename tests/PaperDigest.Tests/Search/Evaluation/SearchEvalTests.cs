using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperDigest.Hosting.Verbs;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Search;

public sealed class SearchEvalTests : IDisposable
{
    private const string Corpus =
        """
        {"id":"1","title":"Of apples","text":"They hang on trees."}
        {"id":2,"title":"Of pears","text":"They hang on trees, too."}
        {"id":"3","title":"Of engines","text":null}
        """;

    private readonly ScratchFolder _scratch = new("search-eval");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_collection_is_measured_leg_by_leg()
    {
        var folder = Collection(Corpus, """{"id":"q1","text":"pears"}""" + "\n" + """{"id":"q2","text":"unjudged"}""", "q1\t2\t1\n");
        var (code, output) = await RunAsync("search", "eval", folder, "--json");

        Assert.Equal(0, code);
        var figures = JsonDocument.Parse(output).RootElement;
        foreach (var figure in (string[])["ndcg10", "map", "recall50"]) Assert.Equal(1, figures.GetProperty(figure).GetDouble());
        Assert.True(figures.GetProperty("ms").GetDouble() > 0);
        Assert.Equal(["bm25f", "proximity", "encoder", "fused"], figures.GetProperty("legs").EnumerateObject().Select(l => l.Name));
    }

    [Fact]
    public async Task Papers_like_a_document_are_found_without_the_document_itself()
    {
        var folder = Collection(Corpus, """{"id":"q1","text":"","doc":"1"}""", "q1\t2\t2\n", packed: true);
        var (code, output) = await RunAsync("search", "eval", folder, "--similar", "--json");

        Assert.Equal(0, code);
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("ndcg10").GetDouble());
    }

    [Theory]
    [InlineData("{\"title\":\"no id\"}", "q1\t1\t1")]
    [InlineData("no json", "q1\t1\t1")]
    [InlineData(Corpus + "\n" + Corpus, "q1\t1\t1")]
    [InlineData(Corpus, "q1 1 1")]
    [InlineData(Corpus, "q1\t1\tgood")]
    [InlineData(Corpus, "q1\t1\t0")]
    [InlineData(Corpus, "")]
    public async Task A_broken_collection_is_refused(string corpus, string judgements)
    {
        var (code, _) = await RunAsync("search", "eval", Collection(corpus, """{"id":"q1","text":"apples"}""", judgements));
        Assert.Equal(1, code);
    }

    [Fact]
    public void Without_a_folder_that_is_there_the_arguments_are_wrong()
    {
        Assert.Null(VerbList.Called(VerbList.Parse(["search", "eval", Path.Combine(_scratch.Path, "nowhere")])));
        Assert.Null(VerbList.Called(VerbList.Parse(["search", "eval"])));
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var parsed = VerbList.Parse(arguments);
        var output = new StringWriter();
        var code = await SearchVerbs.EvaluateAsync(parsed, output, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    private string Collection(string corpus, string queries, string judgements, bool packed = false)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch.Path, Guid.NewGuid().ToString())).FullName;
        if (packed)
        {
            using var file = new GZipStream(File.Create(Path.Combine(folder, "corpus.jsonl.gz")), CompressionLevel.Fastest);
            file.Write(Encoding.UTF8.GetBytes(corpus));
        }
        else
        {
            File.WriteAllText(Path.Combine(folder, "corpus.jsonl"), corpus);
        }
        File.WriteAllText(Path.Combine(folder, "queries.jsonl"), queries);
        File.WriteAllText(Path.Combine(folder, "qrels.tsv"), judgements);
        return folder;
    }
}
