using System.Text;
using System.Text.Json.Nodes;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Tests.Sources.HuggingFace;

public sealed class DailyPapersParserTests
{
    [Fact]
    public void A_wrapper_of_2026_gives_all_it_holds()
    {
        var paper = Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001")));

        Assert.Equal(("2605.00001", "Paper 2605.00001", "What 2605.00001 found."), (paper.Id.ToString(), paper.Title, paper.Abstract));
        Assert.Equal(["Ada Lovelace", "Charles Babbage"], paper.Authors);
        Assert.Equal(new DailySubmission(new DateTimeOffset(2026, 5, 12, 0, 38, 17, 269, TimeSpan.Zero), "grace", "Grace Hopper"), paper.Submission);
        Assert.Equal((7, 2, 31), (paper.Votes, paper.Comments, paper.CodeStars));
        Assert.Equal(("https://github.com/example/engine", "https://example.org/project"), (paper.CodeUrl, paper.ProjectUrl));
        Assert.Equal(["engines", "Notes"], paper.Keywords);
        Assert.Equal(("An engine is described.", "example/model", "Royal Society"), (paper.Summary, paper.SummaryModel, paper.Organization));
        Assert.Equal(["https://example.org/engine.mp4"], paper.MediaUrls);
        Assert.EndsWith("2605.00001.png", paper.ThumbnailUrl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrapper_of_2023_needs_no_more_than_a_paper_with_id_and_title()
    {
        var paper = Assert.Single(DailyWrapper.Papers(new JsonObject
        {
            ["paper"] = new JsonObject { ["id"] = "2305.03043", ["title"] = "Single-Shot Implicit Morphable Faces", ["publishedAt"] = "2023-05-04T17:58:40.000Z" },
            ["publishedAt"] = "2023-05-05T08:03:33.000Z",
            ["mediaUrl"] = "https://example.org/face.png",
        }));

        Assert.Equal(new DateTimeOffset(2023, 5, 5, 8, 3, 33, TimeSpan.Zero), paper.Submission.At);
        Assert.Equal(["https://example.org/face.png"], paper.MediaUrls);
        Assert.Equal((null, null, null), (paper.Votes, paper.Submission.By, paper.Summary));
        Assert.Empty(paper.Authors);
    }

    [Fact]
    public void The_wrappers_date_of_today_is_the_papers_moved_to_New_York_and_no_submission() =>
        Assert.Null(Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("submittedOnDailyAt", null))).Submission.At);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("//example.org/x")]
    [InlineData("https://github.com:pass@example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://")]
    public void An_address_is_of_the_web_or_absent(string address)
    {
        var paper = Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("githubRepo", address).With("projectPage", address).With("mediaUrls", new JsonArray(address))));

        Assert.Equal((null, null), (paper.CodeUrl, paper.ProjectUrl));
        Assert.Empty(paper.MediaUrls);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("7.5")]
    [InlineData("99999999999999999999999")]
    [InlineData("2000000000")]
    [InlineData("\"7\"")]
    [InlineData("[7]")]
    [InlineData("null")]
    public void A_count_that_can_be_none_is_not_known(string count) =>
        Assert.Null(Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("upvotes", JsonNode.Parse(count) ?? JsonValue.Create("null")))).Votes);

    [Theory]
    [InlineData("""[1, {"name": 7}, "Ada Lovelace", null, {"name": "Ada Lovelace"}]""", 1)]
    [InlineData("""{"name": "Ada Lovelace"}""", 0)]
    [InlineData("\"Ada Lovelace\"", 0)]
    public void Authors_of_wrong_types_are_left_out(string authors, int known) =>
        Assert.Equal(known, Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("authors", JsonNode.Parse(authors)))).Authors.Count);

    [Fact]
    public void Ten_thousand_authors_are_all_kept()
    {
        var authors = new JsonArray([.. Enumerable.Range(1, 10_000).Select(n => new JsonObject { ["name"] = $"Author {n}" })]);

        Assert.Equal("Author 10000", Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("authors", authors))).Authors[9_999]);
    }

    [Fact]
    public void Text_is_text_whatever_it_looks_like()
    {
        var paper = Assert.Single(DailyWrapper.Papers(DailyWrapper.Of("2605.00001").With("title", "<b>Bold</b>\u0000 claims\n on \\'Etal\\'e spaces").With("summary", "One.\n\nTwo <script>.")));

        Assert.Equal("<b>Bold</b> claims on Étalé spaces", paper.Title);
        Assert.Equal("One.\n\nTwo <script>.", paper.Abstract);
    }

    [Theory]
    [InlineData("hello", "'hello' is not an arXiv id.")]
    [InlineData("2613.00001", "'2613.00001' is not an arXiv id.")]
    [InlineData("", "It has no arXiv id.")]
    public void A_paper_without_an_arXiv_id_is_rejected_alone(string id, string why)
    {
        var (page, _) = Parse(DailyWrapper.Answer(DailyWrapper.Of("2605.00001"), DailyWrapper.Of(id), DailyWrapper.Of("2605.00002")));

        Assert.Equal(["2605.00001", "2605.00002"], page!.Papers.Select(p => p.Id.ToString()));
        Assert.Equal(why, Assert.Single(page.Rejected).Reason);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"paper": []}""")]
    [InlineData("""{"paper": {"id": "2605.00001"}}""")]
    [InlineData("""{"paper": {"id": 2605.00001, "title": "A number"}}""")]
    public void What_is_no_paper_is_rejected_with_the_record_itself(string wrapper)
    {
        var (page, _) = Parse($"[{wrapper}]");

        Assert.Equal(wrapper, Assert.Single(page!.Rejected).Record);
        Assert.Equal(1, page.Length);
    }

    [Fact]
    public void Half_a_surrogate_pair_costs_no_more_than_itself()
    {
        var (page, _) = Parse("""[{"paper": {"id": "2605.00001", "title": "Half \ud83d a pair, a whole one \ud83d\ude00, and a path C:\\ud83d"}}]""");

        Assert.Equal("Half a pair, a whole one \U0001F600, and a path C:\\ud83d", Assert.Single(page!.Papers).Title);
    }

    [Fact]
    public void Invalid_bytes_cost_no_more_than_themselves()
    {
        byte[] body = [.. "[{\"paper\": {\"id\": \"2605.00001\", \"title\": \"Caf"u8, 0xE9, .. "\"}}]"u8];

        Assert.Equal("Caf\uFFFD", Assert.Single(DailyPapersParser.Parse(body, asked: null).Page!.Papers).Title);
    }

    [Fact]
    public void Nothing_on_a_day_is_an_empty_list() => Assert.Equal(0, Parse("[]").Page!.Length);

    [Theory]
    [InlineData("", RefusalKind.NotXml)]
    [InlineData("<!DOCTYPE html><html><body>Down</body></html>", RefusalKind.Html)]
    [InlineData("Rate exceeded.", RefusalKind.RateExceeded)]
    [InlineData("""[{"paper": {"id": "2605.0""", RefusalKind.Truncated)]
    [InlineData("""[{"paper": {"id": 2605.00001 2605}}]""", RefusalKind.Malformed)]
    [InlineData("""{"papers": []}""", RefusalKind.Malformed)]
    [InlineData("""{"error": "Invalid date"}""", RefusalKind.RequestRefused)]
    public void An_answer_that_is_no_list_is_refused_whole(string body, RefusalKind kind)
    {
        var (page, refusal) = Parse(body);

        Assert.Null(page);
        Assert.Equal(kind, refusal!.Kind);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Assert.NotNull(Parse(new string('[', 100_000)).Refusal);

    private static (DailyPapersPage? Page, Refusal? Refusal) Parse(string body) => DailyPapersParser.Parse(Encoding.UTF8.GetBytes(body), new DateOnly(2026, 5, 12));
}
