using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class OaiSetTests
{
    [Theory]
    [InlineData("cs")]
    [InlineData("cs:cs")]
    [InlineData("cs:cs:AI")]
    [InlineData("cs:cs:NA")]
    [InlineData("physics:hep-th")]
    [InlineData("physics:astro-ph:EP")]
    [InlineData("q-bio:q-bio:NC")]
    public void The_sets_of_arxiv_are_known(string set) => Assert.Null(OaiSet.WhyNot(set));

    [Theory]
    [InlineData("cs:AI", "cs:cs:AI")]
    [InlineData("cs.AI", "cs:cs:AI")]
    [InlineData("hep-th", "physics:hep-th")]
    [InlineData("astro-ph.EP", "physics:astro-ph:EP")]
    [InlineData("cs:physics:AI", "give a set")]
    [InlineData("math:cs:AI", "give a set")]
    [InlineData("", "give a set")]
    [InlineData("everything", "give a set")]
    public void Another_name_is_refused_with_the_one_that_was_meant(string set, string words) =>
        Assert.Contains(words, OaiSet.WhyNot(set), StringComparison.Ordinal);
}
