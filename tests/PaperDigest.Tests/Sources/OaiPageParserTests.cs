using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;

namespace PaperDigest.Tests.Sources;

public sealed class OaiPageParserTests
{
    [Fact]
    public void A_raw_record_is_read_whole()
    {
        var page = OaiPageParser.Parse(Bytes(Records("next%26skip%3D1", Record("math/0611800", """
            <version version="v3"><date>Mon, 4 Feb 2008 10:00:00 GMT</date><size>0kb</size><source_type>I</source_type></version>
            <version version="v2"><date>Mon, 02 Apr 2007 19:18:42 GMT</date><size>14kb</size></version>
            <title>On
              G\"odel&#39;s</title><authors>A. Byron (1), B. Pascal and K. G\"odel ((1) Here, (2) There)</authors>
            <categories>math.CA  math.MP math-ph </categories><comments>5 pages</comments>
            <journal-ref>GÃ©omÃ©trie AlgÃ©brique 4 (2020)</journal-ref><doi>10.1/a 10.1/b</doi>
            <license>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</license><abstract>  One
            line.
              Two.
            </abstract>
            """))));
        Assert.Equal("next%26skip%3D1", page.ResumptionToken);
        Assert.Equal(new DateTimeOffset(2026, 5, 29, 4, 30, 0, TimeSpan.Zero), page.ResponseDate);
        var record = Assert.Single(page.Records);
        Assert.Equal(ArxivId.Parse("math/0611800"), record.Id);
        Assert.Equal(new DateOnly(2026, 5, 29), record.Datestamp);
        Assert.Equal([1, 2, 3], record.Versions.Select(v => v.Number));
        Assert.Equal(new DateTimeOffset(2007, 4, 2, 19, 18, 42, TimeSpan.Zero), record.Versions[1].Submitted);
        Assert.Equal(["D", "", "I"], record.Versions.Select(v => v.SourceType));
        Assert.Equal([false, false, true], record.Versions.Select(v => v.IsWithdrawn));
        Assert.Equal("On Gödel's", record.Title);
        Assert.Equal(["A. Byron", "B. Pascal", "K. Gödel"], record.Authors);
        Assert.Equal(["math.CA", "math-ph"], record.Categories);
        Assert.Equal("5 pages", record.Comments);
        Assert.Equal("Géométrie Algébrique 4 (2020)", record.JournalReference);
        Assert.Equal("10.1/a 10.1/b", record.Doi);
        Assert.Equal("http://arxiv.org/licenses/nonexclusive-distrib/1.0/", record.Licence);
        Assert.Equal("One line.\n\nTwo.", record.Abstract);
    }

    [Fact]
    public void A_record_without_what_old_papers_lack_says_that_it_is_not_there()
    {
        var record = Assert.Single(OaiPageParser.Parse(Bytes(Records(null, Record("chao-dyn/9510015", """
            <title>0</title><authors/><categories>chao-dyn  nlin.CD  </categories><comments>None</comments><journal-ref> </journal-ref>
            <doi>10.1063/1.1 10.1063/1.2</doi><license/><acm-class>None</acm-class>
            """)))).Records);
        Assert.Equal("0", record.Title);
        Assert.Equal(["nlin.CD"], record.Categories);
        Assert.Empty(record.Authors);
        Assert.Equal(("", null, null, "10.1063/1.1 10.1063/1.2", null), (record.Abstract, record.Comments, record.JournalReference, record.Doi, record.Licence));
    }

    [Fact]
    public void Ten_versions_stand_in_the_order_of_their_numbers()
    {
        var versions = string.Concat(Enumerable.Range(2, 9).Reverse()
            .Select(n => $"<version version=\"v{n}\"><date>Fri, {n} Jan 2026 10:00:00 GMT</date></version>"));
        var record = Assert.Single(OaiPageParser.Parse(Bytes(Records(null, Record(
            "2605.00001", $"{versions}<title>A title</title><authors>Ada Byron</authors><categories>cs.AI</categories>")))).Records);
        Assert.Equal(Enumerable.Range(1, 10), record.Versions.Select(v => v.Number));
        Assert.Equal(new DateTimeOffset(2026, 1, 10, 10, 0, 0, TimeSpan.Zero), record.Versions[^1].Submitted);
    }

    [Fact]
    public void A_deleted_record_says_only_that()
    {
        const string deleted = "<record><header status=\"deleted\"><identifier>oai:arXiv.org:2605.00001</identifier><datestamp>2026-05-29</datestamp></header></record>";
        var record = Assert.Single(OaiPageParser.Parse(Bytes(Records(null, deleted))).Records);
        Assert.True(record.IsDeleted);
        Assert.Empty(record.Versions);
    }

    [Fact]
    public void A_record_that_makes_no_sense_costs_only_itself()
    {
        var page = OaiPageParser.Parse(Bytes(Records(
            null,
            Record("nonsense"),
            Record("2605.00001").Replace("<datestamp>2026-05-29", "<datestamp>soon", StringComparison.Ordinal),
            Record("2605.00002").Replace("Thu, 28 May", "Thu, 31 Feb", StringComparison.Ordinal),
            Record("2605.00003").Replace("A title", "\u0001", StringComparison.Ordinal),
            Record("2605.00004").Replace("cs.AI", "68T05", StringComparison.Ordinal),
            Record("2605.00005"))));
        Assert.Equal("2605.00005", Assert.Single(page.Records).Id.ToString());
        Assert.Equal(5, page.Rejected.Count);
        Assert.All(page.Rejected, rejected => Assert.NotEmpty(rejected.Excerpt));
    }

    [Fact]
    public void A_day_without_changes_is_an_empty_page()
    {
        var page = OaiPageParser.Parse(Bytes(Oai("<error code=\"noRecordsMatch\">Nothing found</error>")));
        Assert.Empty(page.Records);
        Assert.Null(page.Refusal);
    }

    [Theory]
    [InlineData("badArgument", RefusalKind.RequestRefused)]
    [InlineData("badResumptionToken", RefusalKind.ListBroken)]
    [InlineData("cannotDisseminateFormat", RefusalKind.FormatNotOffered)]
    [InlineData("badVerb", RefusalKind.RequestRefused)]
    [InlineData("idDoesNotExist", RefusalKind.RequestRefused)]
    [InlineData("noMetadataFormats", RefusalKind.RequestRefused)]
    [InlineData("noSetHierarchy", RefusalKind.RequestRefused)]
    public void A_protocol_error_is_a_refusal_with_its_code(string code, RefusalKind kind)
    {
        var refusal = OaiPageParser.Parse(Bytes(Oai($"<error code=\"{code}\">No</error>"))).Refusal!;
        Assert.Equal(kind, refusal.Kind);
        Assert.Contains(code, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_list_is_refused()
    {
        Assert.Equal(RefusalKind.Malformed, OaiPageParser.Parse(Bytes(Rss())).Refusal!.Kind);
        Assert.Equal(RefusalKind.Malformed, OaiPageParser.Parse(Bytes(Oai("<Identify/>"))).Refusal!.Kind);
        Assert.Equal(RefusalKind.Truncated, OaiPageParser.Parse(Bytes(Records(null, Record("2605.00001"))[..^40])).Refusal!.Kind);
        Assert.Equal(RefusalKind.Html, OaiPageParser.Parse(Bytes("<html>")).Refusal!.Kind);
    }
}
