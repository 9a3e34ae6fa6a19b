using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;

namespace PaperDigest.Tests.Sources;

public sealed class KaggleSnapshotTests
{
    [Fact]
    public void A_line_is_read_whole()
    {
        var record = Read("""
            {"id":"hep-th/9901001","submitter":"Bal\\'azs Example","authors":"Bal\\'azs Example (1 and 2), Ada Byron Jr ((1) Here, (2) There)",
            "title":"On a title that\n  is wrapped","comments":"5 pages","journal-ref":"GÃ©omÃ©trie 4","doi":"10.1/a 10.1/b","report-no":"HERE-1",
            "categories":"math.CA  math.MP math-ph ","license":null,"abstract":"  One\nline.\n  Two.\n",
            "versions":[{"version":"v2","created":"Mon, 2 Apr 2007 19:18:42 GMT"},{"version":"v1","created":"Fri, 01 Jan 1999 03:00:00 GMT"}],
            "update_date":"2009-11-30","authors_parsed":[["Example","Bal\\'azs","","1 and 2"],["Byron","Ada","Jr"]]}
            """);
        Assert.Equal("hep-th/9901001", record.Id.ToString());
        Assert.Equal("Balázs Example", record.Submitter);
        Assert.Equal(["Balázs Example", "Ada Byron Jr"], record.Authors);
        Assert.Equal(["Here, There", ""], record.Affiliations!);
        Assert.Equal("On a title that is wrapped", record.Title);
        Assert.Equal("5 pages", record.Comments);
        Assert.Equal("Géométrie 4", record.JournalReference);
        Assert.Equal("10.1/a 10.1/b", record.Doi);
        Assert.Equal("HERE-1", record.ReportNumber);
        Assert.Equal(["math.CA", "math-ph"], record.Categories);
        Assert.Null(record.Licence);
        Assert.Equal("One line.\n\nTwo.", record.Abstract);
        Assert.Equal([1, 2], record.Versions.Select(v => v.Number));
        Assert.Equal(new DateTimeOffset(1999, 1, 1, 3, 0, 0, TimeSpan.Zero), record.Versions[0].Submitted);
        Assert.All(record.Versions, v => Assert.Null(v.SourceType));
        Assert.Equal(new DateOnly(2009, 11, 30), record.Datestamp);
    }

    [Theory]
    [InlineData("Ada Byron, Blaise Pascal")]
    [InlineData("The BABAR Collaboration: A. Byron, B. Pascal and K. G\\\"odel (1), P. Erd\\H{o}s (2) ((1) Here, (2) There)")]
    [InlineData("NVIDIA, :, Ada Byron, Ada Byron, Kurt G{\\\"o}del III")]
    public void A_paper_is_the_same_from_the_snapshot_as_from_OAI_PMH(string authors)
    {
        const string title = "On $\\alpha$ <and> G\\\"odel's\n  theorem", about = "  A first line\nwrapped \\`a la arXiv.\n  A second paragraph.\n";
        var line = Line(l => (l["title"], l["abstract"], l["authors"], l["update_date"]) = (title, about, authors, "2026-05-29"));
        var xml = $"""
            <title>{Escape(title)}</title><authors>{Escape(authors)}</authors>
            <categories>cs.AI cs.LG</categories><abstract>{Escape(about)}</abstract>
            """;
        var fromOai = Assert.Single(OaiPageParser.Parse(Bytes(Records(null, Record("2605.00001", xml)))).Records);
        var fromSnapshot = Read(line);
        Assert.Equal((fromOai.Title, fromOai.Abstract), (fromSnapshot.Title, fromSnapshot.Abstract));
        Assert.Equal(fromOai.Authors, fromSnapshot.Authors);
        Assert.Equal(fromOai.Affiliations, fromSnapshot.Affiliations);
        Assert.Equal(fromOai.Categories, fromSnapshot.Categories);
        Assert.Equal(fromOai.Versions.Select(v => v.Submitted), fromSnapshot.Versions.Select(v => v.Submitted));
    }

    [Fact]
    public void Without_a_line_of_authors_the_parsed_ones_count()
    {
        var record = Read(Line(l =>
        {
            l["authors"] = null;
            l["authors_parsed"] = JsonNode.Parse("""[["Rocha","Ana da","","Here","There"],["NVIDIA","",""],[":","",""],["Byron","Ada","Jr"],[],null]""");
        }));
        Assert.Equal(["Ana da Rocha", "NVIDIA", ":", "Ada Byron Jr"], record.Authors);
        Assert.Equal(["Here, There", "", "", ""], record.Affiliations!);
    }

    [Fact]
    public void A_paper_of_thousands_of_authors_keeps_them_all()
    {
        var record = Read(Line(l => l["authors"] = string.Join(", ", Enumerable.Range(1, 3303).Select(n => $"A. Byron{n}"))));
        Assert.Equal(3303, record.Authors.Count);
        Assert.Equal("A. Byron3303", record.Authors[^1]);
    }

    [Theory]
    [InlineData("title", "Half \\ud800a pair\\udc00", "Half a pair")]
    [InlineData("title", "A \\u0000 NUL and a \\u0007 bell", "A NUL and a bell")]
    [InlineData("title", "A whole \\ud83d\\ude00 pair \\\"quoted\\\"", "A whole 😀 pair \"quoted\"")]
    [InlineData("title", "A tab\tunescaped", "A tab unescaped")]
    public void Odd_characters_spoil_no_line(string key, string json, string title) =>
        Assert.Equal(title, Read(Line(l => l[key] = "@").Replace("\"@\"", $"\"{json}\"", StringComparison.Ordinal)).Title);

    [Fact]
    public void Bytes_that_are_no_UTF_8_become_the_replacement_character()
    {
        var bytes = Encoding.UTF8.GetBytes(Line(l => l["title"] = "A @ title"));
        bytes[bytes.AsSpan().IndexOf("@"u8)] = 0xE9;
        Assert.Equal("A \uFFFD title", KaggleSnapshot.Read(bytes).Record!.Title);
    }

    [Fact]
    public void A_byte_order_mark_and_blanks_around_the_line_mean_nothing() =>
        Assert.Equal("A title", KaggleSnapshot.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($" {Line()}\r")]).Record!.Title);

    [Fact]
    public void A_key_that_occurs_twice_counts_as_it_stands_last() =>
        Assert.Equal("Second", Read(Line(l => l["title"] = "First")[..^1] + ",\"title\":\"Second\"}").Title);

    [Fact]
    public void Unknown_keys_and_values_of_another_kind_are_passed_over()
    {
        var record = Read(Line(l =>
        {
            (l["comments"], l["doi"], l["more"]) = (new JsonObject { ["a"] = 1 }, 7, new JsonArray(1, new JsonArray(2)));
            l["update_date"] = null;
        }));
        Assert.Null(record.Comments);
        Assert.Equal("7", record.Doi);
        // Without a date of its own a record is as old as its newest version.
        Assert.Equal(new DateOnly(2026, 5, 28), record.Datestamp);
    }

    [Theory]
    [InlineData("not JSON at all", "no JSON object")]
    [InlineData("[1, 2]", "no JSON object")]
    [InlineData("null", "no JSON object")]
    [InlineData("\"text\"", "no JSON object")]
    [InlineData("{\"id\": \"2605.00001\", \"title\": \"cut", "no JSON object")]
    [InlineData("{\"id\": \"2605.00001\"} {}", "no JSON object")]
    [InlineData("{}", "no arXiv identifier")]
    [InlineData("{\"id\": 704.0001}", "no arXiv identifier")]
    public void A_line_that_is_no_paper_is_rejected_with_the_line(string line, string reason)
    {
        var (record, rejected) = KaggleSnapshot.Read(Encoding.UTF8.GetBytes(line));
        Assert.Null(record);
        Assert.Contains(reason, rejected!.Reason, StringComparison.Ordinal);
        Assert.Equal(line, rejected.Record);
    }

    [Theory]
    [InlineData("id", "2605.1", "no arXiv identifier")]
    [InlineData("title", " \n ", "no title")]
    [InlineData("categories", "68T50 I.2.7", "no category")]
    [InlineData("versions", "v1", "no readable versions")]
    public void A_paper_needs_id_versions_title_and_category(string key, string value, string reason)
    {
        var rejected = KaggleSnapshot.Read(Encoding.UTF8.GetBytes(Line(l => l[key] = value))).Rejected;
        Assert.Contains(reason, rejected!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_without_a_readable_date_makes_the_versions_unreadable() =>
        Assert.NotNull(KaggleSnapshot.Read(Encoding.UTF8.GetBytes(Line(l => l["versions"]![0]!["created"] = "soon"))).Rejected);

    [Fact]
    public void Nesting_that_is_too_deep_is_no_JSON() =>
        Assert.NotNull(KaggleSnapshot.Read(Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 5000)}{new string(']', 5000)}}}")).Rejected);

    private static string Line(Action<JsonNode>? change = null)
    {
        var line = JsonNode.Parse("""
            {"id":"2605.00001","submitter":"Ada Byron","authors":"Ada Byron","title":"A title","comments":null,"journal-ref":null,"doi":null,"report-no":null,
            "categories":"cs.AI cs.LG","license":null,"abstract":"  What it is about.\n","versions":[{"version":"v1","created":"Thu, 28 May 2026 15:00:00 GMT"}],
            "update_date":"2026-05-29","authors_parsed":[["Byron","Ada",""]]}
            """)!;
        change?.Invoke(line);
        return line.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static ArxivRecord Read(string line)
    {
        var (record, rejected) = KaggleSnapshot.Read(Encoding.UTF8.GetBytes(line));
        Assert.Null(rejected);
        return record!;
    }

    private static string Escape(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
