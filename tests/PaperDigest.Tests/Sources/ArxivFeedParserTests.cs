using System.Globalization;
using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivFeedParserTests
{
    [Fact]
    public void An_rss_item_becomes_a_paper()
    {
        var item = """
            <item>
              <title>Caf\'e $\'e$: &lt;think&gt; &amp; act</title>
              <link>https://arxiv.org/abs/2605.01234</link>
              <description>arXiv:2605.01234v3 Announce Type: replace-cross 
            Abstract:   One
            line.
              Another paragraph.
            </description>
              <guid isPermaLink="false">oai:arXiv.org:2605.01234v3</guid>
              <category>cs.SY</category><category>eess.SY</category><category></category><category>68T07</category><category>cs.AI</category>
              <arxiv:announce_type>replace-cross</arxiv:announce_type>
              <arxiv:DOI>10.1000/182</arxiv:DOI>
              <arxiv:journal_reference>J. Things 4
               (2026)</arxiv:journal_reference>
              <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
              <dc:creator>Paulo Andr\'e (X, Y), B. Pascal, Jr</dc:creator>
            </item>
            """;
        var paper = Assert.Single(Listing(Rss(item)).Papers);
        Assert.Equal(ArxivId.Parse("2605.01234"), paper.Id);
        Assert.Equal(3, paper.Version);
        Assert.Equal(AnnounceType.ReplaceCross, paper.AnnounceType);
        Assert.Equal(@"Café $é$: <think> & act", paper.Title);
        Assert.Equal("One line.\n\nAnother paragraph.", paper.Abstract);
        Assert.Equal(["Paulo André", "B. Pascal Jr"], paper.Authors);
        Assert.Equal(["eess.SY", "cs.AI"], paper.Categories);
        Assert.Equal("10.1000/182", paper.Doi);
        Assert.Equal("J. Things 4 (2026)", paper.JournalReference);
        Assert.Equal("http://creativecommons.org/licenses/by/4.0/", paper.Licence);
        Assert.Null(paper.Comments);
    }

    [Fact]
    public void Atom_says_the_same_as_rss()
    {
        var categories = "<category>cs.AI</category><category>cs.LG</category>";
        var rss = Listing(Rss(Item("2605.01234v1", "new", "A title", "Ada Byron, Blaise Pascal", categories)));
        var atom = Listing(Atom(Entry("2605.01234v1")));
        Assert.Equal(rss.ListingDate, atom.ListingDate);
        var (one, other) = (Assert.Single(rss.Papers), Assert.Single(atom.Papers));
        Assert.Equal(one.Authors, other.Authors);
        Assert.Equal(one.Categories, other.Categories);
        Assert.Equal("What it is about.", other.Abstract);
        Assert.Equal(one with { Licence = null, Authors = [], Categories = [] }, other with { Authors = [], Categories = [] });
    }

    [Theory]
    [InlineData("new", AnnounceType.New)]
    [InlineData("cross", AnnounceType.Cross)]
    [InlineData("replace", AnnounceType.Replace)]
    [InlineData("replace-cross", AnnounceType.ReplaceCross)]
    public void The_announce_type_is_taken_as_stated(string stated, AnnounceType type) =>
        Assert.Equal(type, Assert.Single(Listing(Rss(Item("2605.01234v1", stated))).Papers).AnnounceType);

    [Theory]
    [InlineData("Fri, 29 May 2026 00:00:00 -0400", "2026-05-29")]
    [InlineData("Fri, 29 May 2026 04:00:00 +0000", "2026-05-29")]
    [InlineData("Fri, 29 May 2026 03:00:00 +0000", "2026-05-28")]
    [InlineData("Tue, 03 Feb 2026 00:00:00 -0500", "2026-02-03")]
    public void The_listings_day_is_the_eastern_date_of_publication(string published, string day) =>
        Assert.Equal(
            DateOnly.Parse(day, CultureInfo.InvariantCulture),
            Listing(Rss().Replace("Fri, 29 May 2026 00:00:00 -0400", published, StringComparison.Ordinal)).ListingDate);

    [Fact]
    public void A_day_without_a_listing_is_a_feed_without_papers()
    {
        Assert.Empty(Listing(Rss()).Papers);
        Assert.Equal(new DateOnly(2026, 5, 29), Listing(Atom()).ListingDate);
    }

    [Theory]
    [InlineData("oai:arXiv.org:2605.01234v1|oai:arXiv.org:26.1|/2605.01234|/none", "identifier")]
    [InlineData("<arxiv:announce_type>new|<arxiv:announce_type>odd", "cross-listed")]
    [InlineData("<title>A title|<title> ", "title")]
    [InlineData("<category>cs.AI|<category>I.2.7", "category")]
    public void An_item_that_makes_no_sense_costs_only_itself(string replacements, string reason)
    {
        var parts = replacements.Split('|');
        var bad = Item("2605.01234v1");
        for (var i = 0; i < parts.Length; i += 2)
            bad = bad.Replace(parts[i], parts[i + 1], StringComparison.Ordinal).Replace("arXiv:2605.01234v1", "arXiv:none", StringComparison.Ordinal);
        var feed = Listing(Rss(Item("2605.00001v1"), bad, Item("2605.00002v1")));
        Assert.Equal(["2605.00001", "2605.00002"], feed.Papers.Select(p => p.Id.ToString()));
        var rejected = Assert.Single(feed.Rejected);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(rejected.Excerpt);
    }

    [Fact]
    public void Empty_categories_authors_and_rights_cost_an_item_nothing()
    {
        var item = Item("2605.00001v1", title: "0", authors: "", categories: "<category>cs.AI</category><category/><category> </category>")
            .Replace("http://creativecommons.org/licenses/by/4.0/", "None", StringComparison.Ordinal)
            .Replace("What it is about.", "", StringComparison.Ordinal);
        var paper = Assert.Single(Listing(Rss(item)).Papers);
        Assert.Equal(("0", "", null), (paper.Title, paper.Abstract, paper.Licence));
        Assert.Equal(["cs.AI"], paper.Categories);
        Assert.Empty(paper.Authors);
    }

    [Fact]
    public void Affiliations_among_the_creators_are_no_authors()
    {
        var paper = Assert.Single(Listing(Rss(Item("2605.00001v1", authors: "Jos\\'e Byron (Lab A, Town), Bo Smith, Jr, Bo Smith Jr"))).Papers);
        Assert.Equal(["José Byron", "Bo Smith Jr", "Bo Smith Jr"], paper.Authors);
        Assert.Equal(["Lab A, Town", "", ""], paper.Affiliations);
    }

    [Fact]
    public void A_paper_named_twice_is_taken_once()
    {
        var feed = Listing(Rss(Item("2605.00001v1", title: "First"), Item("2605.00001v2", title: "Second"), Item("2605.00002v1")));
        Assert.Equal(["First", "A title"], feed.Papers.Select(p => p.Title));
        Assert.Equal(1, feed.Duplicates);
    }

    [Fact]
    public void Forbidden_characters_cost_neither_page_nor_item()
    {
        var feed = Listing(Rss(Item("2605.00001v1", title: "A\u000B\u0000 b&#0;&#x1F;&#xFFFE; c&#65;"), Item("2605.00002v1")));
        Assert.Equal("A b cA", feed.Papers[0].Title);
        Assert.Equal(2, feed.Papers.Count);
        Assert.Contains(feed.Warnings, warning => warning.StartsWith("5 characters", StringComparison.Ordinal));
    }

    [Fact]
    public void Invalid_utf8_is_replaced_and_latin1_is_read_as_declared()
    {
        var body = Bytes(Rss(Item("2605.00001v1", title: "A#b")));
        body[Array.IndexOf(body, (byte)'#')] = 0xE9;
        Assert.Equal("A\uFFFDb", Listing(body).Papers[0].Title);

        var latin = System.Text.Encoding.Latin1.GetBytes(Rss(Item("2605.00001v1", title: "Café")).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal));
        Assert.Equal("Café", Listing(latin).Papers[0].Title);
    }

    [Fact]
    public void A_feed_of_exactly_two_thousand_items_warns_of_missing_papers()
    {
        var items = Enumerable.Range(1, ArxivFeed.LongestFeed).Select(n => Item($"2605.{n:00000}v1")).ToArray();
        Assert.Contains(Listing(Rss(items)).Warnings, warning => warning.Contains("limit", StringComparison.Ordinal));
        Assert.Empty(Listing(Rss(items[1..])).Warnings);
    }

    [Fact]
    public void A_feed_answers_for_the_categories_asked()
    {
        var result = ArxivFeedParser.Parse(Bytes(Rss()), "cs.ai+cs.SY+math");
        Assert.Equal(["cs.AI", "eess.SY", "math"], Assert.IsType<FeedResult.Listing>(result).Feed.Categories);
    }

    [Fact]
    public void Nesting_that_would_exhaust_the_stack_is_refused()
    {
        var title = string.Concat(Enumerable.Repeat("<b>", 2_000)) + string.Concat(Enumerable.Repeat("</b>", 2_000));
        var refused = Assert.IsType<FeedResult.Refused>(ArxivFeedParser.Parse(Bytes(Rss(Item("2605.00001v1", title: title))), "cs.AI"));
        Assert.Equal(RefusalKind.Malformed, refused.Refusal.Kind);
        Assert.Contains("nested", refused.Refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, RefusalKind> Refused => new()
    {
        { "", RefusalKind.NotXml },
        { "   \n", RefusalKind.NotXml },
        { "Service temporarily unavailable", RefusalKind.NotXml },
        { "\u001f\u008b binary", RefusalKind.NotXml },
        { "Rate exceeded.", RefusalKind.RateExceeded },
        { "<!DOCTYPE html><html><body>Down for maintenance</body></html>", RefusalKind.Html },
        { "\n<HTML><p>Unclosed", RefusalKind.Html },
        { "<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/x.dtd'><html><body/></html>", RefusalKind.Html },
        { "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", RefusalKind.Html },
        { Rss(Item("2605.00001v1")).Replace("</title>", "</titel>", StringComparison.Ordinal), RefusalKind.Malformed },
        { Rss() + "<more/>", RefusalKind.Malformed },
        { Rss(Item("2605.00001v1"))[..^20], RefusalKind.Truncated },
        { Rss(Item("2605.00001v1"), Item("2605.00002v1"))[..1200], RefusalKind.Truncated },
        { "<?xml version='1.0'?><rss", RefusalKind.Truncated },
        { "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><rss version='2.0'><channel><title>&b;</title></channel></rss>", RefusalKind.DtdForbidden },
        { "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><title>&x;</title></channel></rss>", RefusalKind.DtdForbidden },
        { "<rss><channel><title>Feed error for query: cs.XX</title><description>Bad archive</description></channel></rss>", RefusalKind.RequestRefused },
        { "<rss version='2.0'/>", RefusalKind.Malformed },
        { "<opml version='2.0'><body/></opml>", RefusalKind.Malformed },
        { Rss().Replace("Fri, 29 May 2026 00:00:00 -0400", "soon", StringComparison.Ordinal), RefusalKind.NoDate },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_whole_feed_is_refused_with_its_reason(string body, RefusalKind kind)
    {
        var refusal = Assert.IsType<FeedResult.Refused>(ArxivFeedParser.Parse(Bytes(body), "cs.AI")).Refusal;
        Assert.Equal(kind, refusal.Kind);
        Assert.NotEmpty(refusal.Message);
    }

    private static ArxivFeed Listing(string body) => Listing(Bytes(body));

    private static ArxivFeed Listing(byte[] body) => Assert.IsType<FeedResult.Listing>(ArxivFeedParser.Parse(body, "cs.AI")).Feed;
}
