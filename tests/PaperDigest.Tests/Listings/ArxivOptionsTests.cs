using System.ComponentModel.DataAnnotations;
using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings;

public sealed class ArxivOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Faults(new ArxivOptions()));

    [Fact]
    public void Categories_are_read_in_any_case_and_under_their_canonical_names() =>
        Assert.Equal(["cs.AI", "math-ph", "hep-th"], new ArxivOptions { Categories = "cs.ai, math.MP ,hep-th,cs.AI," }.CategoryList);

    [Fact]
    public void A_wrong_value_is_named()
    {
        Assert.Equal("FeedUrl", Assert.Single(Faults(new ArxivOptions { FeedUrl = "rss.arxiv.org" })));
        Assert.Equal("OaiUrl", Assert.Single(Faults(new ArxivOptions { OaiUrl = "ftp://arxiv.org" })));
        Assert.Equal("Categories", Assert.Single(Faults(new ArxivOptions { Categories = "cs.AI,68T50" })));
        Assert.Equal("Categories", Assert.Single(Faults(new ArxivOptions { Categories = " , " })));
        Assert.Equal("MinimumInterval", Assert.Single(Faults(new ArxivOptions { MinimumInterval = TimeSpan.FromSeconds(-1) })));
        Assert.Equal("Contact", Assert.Single(Faults(new ArxivOptions { Contact = "somebody" })));
    }

    [Fact]
    public void Arxivs_own_hosts_are_not_asked_without_a_contact()
    {
        Assert.Contains("Arxiv__Contact", new ArxivOptions().WhyNotToAsk(), StringComparison.Ordinal);
        Assert.Null(new ArxivOptions { Contact = "admin@example.org" }.WhyNotToAsk());
        Assert.Null(new ArxivOptions { FeedUrl = "http://127.0.0.1:9099" }.WhyNotToAsk());
        Assert.NotNull(new ArxivOptions { FeedUrl = "http://127.0.0.1:9099" }.WhyNotToAsk("https://export.arxiv.org/api/query"));
    }

    [Fact]
    public void Arxivs_own_hosts_are_never_asked_faster_than_their_terms_allow()
    {
        var hasty = new ArxivOptions { MinimumInterval = TimeSpan.FromMilliseconds(50) };
        Assert.Equal(TimeSpan.FromSeconds(3), hasty.IntervalFor("https://rss.arxiv.org/rss/cs.AI"));
        Assert.Equal(TimeSpan.FromMilliseconds(50), hasty.IntervalFor("http://127.0.0.1:9099"));
    }

    private static IEnumerable<string> Faults(ArxivOptions options) => options.Validate(new ValidationContext(options)).SelectMany(r => r.MemberNames);
}
