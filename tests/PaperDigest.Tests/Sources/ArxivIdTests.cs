using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivIdTests
{
    [Theory]
    [InlineData("2605.01234", "2605.01234", null)]
    [InlineData("2605.01234v2", "2605.01234", 2)]
    [InlineData("  2605.01234v12 ", "2605.01234", 12)]
    [InlineData("arXiv:2605.01234v1", "2605.01234", 1)]
    [InlineData("ARXIV:2605.01234", "2605.01234", null)]
    [InlineData("oai:arXiv.org:2605.01234v3", "2605.01234", 3)]
    [InlineData("oai:arXiv.org:hep-th/9901001", "hep-th/9901001", null)]
    [InlineData("https://arxiv.org/abs/2605.01234v2", "2605.01234", 2)]
    [InlineData("http://arxiv.org/pdf/2605.01234v2.pdf", "2605.01234", 2)]
    [InlineData("https://www.arxiv.org/pdf/0704.0001", "0704.0001", null)]
    [InlineData("http://export.arxiv.org/abs/math/0611800v2", "math/0611800", 2)]
    [InlineData("https://arxiv.org/abs/2605.01234?context=cs.AI#refs", "2605.01234", null)]
    [InlineData("https://doi.org/10.48550/arXiv.2605.01234", "2605.01234", null)]
    [InlineData("2605.01234.pdf", "2605.01234", null)]
    [InlineData("math.CA/0611800v2", "math/0611800", 2)]
    [InlineData("cond-mat.str-el/0301001", "cond-mat/0301001", null)]
    [InlineData("adap-org/9710003", "adap-org/9710003", null)]
    [InlineData("HEP-TH/9901001", "hep-th/9901001", null)]
    [InlineData("0704.0001", "0704.0001", null)]
    [InlineData("1412.9999", "1412.9999", null)]
    [InlineData("1501.00001", "1501.00001", null)]
    [InlineData("astro-ph/0703999", "astro-ph/0703999", null)]
    public void Every_usual_form_gives_the_canonical_identifier(string text, string canonical, int? version)
    {
        Assert.True(ArxivId.TryParse(text, out var id, out var named));
        Assert.Equal(canonical, id.ToString());
        Assert.Equal(version, named);
        Assert.Equal(id, ArxivId.Parse(canonical));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2605.1234")] // five digits since 2015
    [InlineData("1412.00001")] // four digits until 2014
    [InlineData("0703.0001")] // the new scheme began in April 2007
    [InlineData("hep-th/0704001")] // where the old one ended
    [InlineData("2613.01234")]
    [InlineData("2600.01234")]
    [InlineData("9901.00001")]
    [InlineData("hep-th/9106001")] // before arXiv
    [InlineData("2605.00000")]
    [InlineData("2605.01234v0")]
    [InlineData("2605.01234v")]
    [InlineData("2605.012345")]
    [InlineData("26O5.01234")]
    [InlineData("２６０５.01234")] // full-width digits
    [InlineData("nosuch/0101001")]
    [InlineData("hep-th/99010011")]
    [InlineData("see 2605.01234")]
    [InlineData("https://example.org/abs/2605.01234")]
    [InlineData("2605.01234\n2605.01235")]
    public void What_breaks_the_official_rules_is_no_identifier(string? text) => Assert.False(ArxivId.TryParse(text, out _));

    [Fact]
    public void Identifiers_sort_by_month_and_number_over_both_schemes()
    {
        string[] chronological = ["hep-th/9901001", "hep-th/9912001", "cs/0001001", "math/0611800", "0704.0001", "1412.0002", "1501.00001", "2605.01234"];
        var sorted = chronological.Reverse().Select(ArxivId.Parse).Order().Select(id => id.ToString());
        Assert.Equal(chronological, sorted);
    }

    [Fact]
    public void A_number_keeps_its_zeros() => Assert.NotEqual(ArxivId.Parse("0704.0010"), ArxivId.Parse("0704.0001"));

    [Fact]
    public void Text_that_must_be_an_identifier_says_so_when_it_is_none() =>
        Assert.Contains("abc", Assert.Throws<FormatException>(() => ArxivId.Parse("abc")).Message, StringComparison.Ordinal);
}
