using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.ApiFixture;
using static PaperDigest.Tests.Sources.Fixture;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivApiParserTests
{
    [Fact]
    public void An_entry_is_read_whole_in_the_form_of_the_other_interfaces()
    {
        var record = Assert.Single(Parse(ApiFeed(1, """
            <entry>
              <arxiv:primary_category term="cs.CL"/>
              <category term="cs.LG"/><category term="I.2.7"/><category term="68T50; 68T07"/><category term="cs.CL"/><category term=""/>
              <author><name>Jos\'e Martí</name><arxiv:affiliation>Universidad de La Habana</arxiv:affiliation></author><author><name>:</name></author>
              <author><name>Zheng Wang</name></author><author><name>Zheng Wang</name></author>
              <arxiv:comment>12 pages,
               3 figures</arxiv:comment><arxiv:journal_ref>Ã‰pijournal 7</arxiv:journal_ref><arxiv:doi>10.1/a 10.1/b</arxiv:doi>
              <published>2026-01-05T18:30:00Z</published><updated>2026-05-28T17:00:00Z</updated>
              <id>http://arxiv.org/abs/2601.01234v3</id>
              <summary>  First line
            goes on.
              A second &lt;think&gt; paragraph.</summary>
              <title>On Schr\"odinger's
               $x^2$</title>
            </entry>
            """), "2601.01234").Records);

        Assert.Equal("2601.01234", record.Id.ToString());
        Assert.Null(record.Datestamp);
        Assert.Equal("On Schrödinger's $x^2$", record.Title);
        Assert.Equal("First line goes on.\n\nA second <think> paragraph.", record.Abstract);
        Assert.Equal(["José Martí", ":", "Zheng Wang", "Zheng Wang"], record.Authors);
        Assert.Equal(["Universidad de La Habana", "", "", ""], record.Affiliations);
        Assert.Equal(["cs.CL", "cs.LG"], record.Categories);
        Assert.Equal(("12 pages, 3 figures", "Épijournal 7", "10.1/a 10.1/b"), (record.Comments, record.JournalReference, record.Doi));
        Assert.Equal([(1, "2026-01-05 18:30"), (3, "2026-05-28 17:00")], record.Versions.Select(v => (v.Number, $"{v.Submitted.UtcDateTime:yyyy-MM-dd HH:mm}")));
        Assert.All(record.Versions, v => Assert.Null(v.IsWithdrawn));
    }

    [Fact]
    public void A_first_version_is_as_old_as_the_paper()
    {
        var record = Assert.Single(Parse(ApiFeed(1, ApiEntry("hep-th/9901001v1")), "hep-th/9901001").Records);
        Assert.Equal("2026-05-27T15:00:00", $"{Assert.Single(record.Versions).Submitted.UtcDateTime:s}");
    }

    [Fact]
    public void What_the_api_passes_over_is_not_found_and_what_nobody_asked_for_is_left_out()
    {
        var page = Parse(ApiFeed(2, ApiEntry("2605.00001v1"), ApiEntry("2605.00009v1")), "2605.00001", "2605.00002", "2605.00003");
        Assert.Equal(["2605.00001"], page.Records.Select(r => r.Id.ToString()));
        Assert.Equal(["2605.00002", "2605.00003"], page.NotFound.Select(id => id.ToString()));
    }

    [Theory]
    [InlineData("<category term=\"I.2.7\"/>", "A title", "category")]
    [InlineData("<category term=\"cs.AI\"/>", " ", "title")]
    public void An_entry_that_makes_no_sense_is_rejected_alone_with_its_record(string rest, string title, string reason)
    {
        var page = Parse(ApiFeed(2, ApiEntry("2605.00001v1", rest, title), ApiEntry("2605.00002v1")), "2605.00001", "2605.00002");
        var rejected = Assert.Single(page.Rejected);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.StartsWith("<entry", rejected.Record, StringComparison.Ordinal);
        Assert.Single(page.Records);
        Assert.Empty(page.NotFound);
    }

    [Fact]
    public void An_error_comes_as_an_entry_and_refuses_the_page()
    {
        var refusal = Parse(ApiFeed(1, ApiError("incorrect id format for abc")), "2605.00001").Refusal!;
        Assert.Equal(RefusalKind.RequestRefused, refusal.Kind);
        Assert.Contains("incorrect id format for abc", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_the_papers_it_promises_is_not_taken_for_the_whole()
    {
        Assert.Equal(RefusalKind.NotYetWhole, Parse(ApiFeed(3), "2605.00001").Refusal!.Kind);
        Assert.Single(Parse(ApiFeed(0), "2605.00001").NotFound);
    }

    [Fact]
    public void What_is_no_feed_is_refused() => Assert.Equal(RefusalKind.Malformed, Parse("<rss/>", "2605.00001").Refusal!.Kind);

    private static ApiPage Parse(string body, params string[] asked) => ArxivApiParser.Parse(Bytes(body), [.. asked.Select(ArxivId.Parse)]);
}
