using System.Text;
using PaperDigest.Search;

namespace PaperDigest.Tests.Search.Engine;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("transfomer", "transformer")]
    [InlineData("tranfsormer", "transformer")]
    [InlineData("transfrmrr", "transformer")]
    [InlineData("trasnfomer", "transformer")]
    [InlineData("hwales", "whales")]
    [InlineData("whalse", "whales")]
    [InlineData("whaels", "whales")]
    [InlineData("xwhales", "whales")]
    [InlineData("wxxles", null)]
    [InlineData("zransfomer", null)]
    [InlineData("whl", null)]
    [InlineData("gpt45", null)]
    [InlineData("theoris", "theories")]
    [InlineData("raer", null)]
    public void One_slip_is_forgiven_and_two_in_a_long_word(string typed, string? meant)
    {
        var index = new PaperIndex();
        for (var n = 0; n < 3; n++) index.Add(new IndexedPaper($"{n}", "Transformer of whales", "There are theories of theories."));
        index.Add(new IndexedPaper("x", "One rarer", ""));
        index.Publish(CancellationToken.None);
        Assert.Equal(meant, index.Correct(typed));
    }

    [Fact]
    public void Of_equally_near_words_the_one_that_most_papers_have_is_meant()
    {
        var index = new PaperIndex();
        for (var n = 0; n < 9; n++) index.Add(new IndexedPaper($"{n}", n < 2 ? "moan" : n < 7 ? "moon" : "morn", ""));
        index.Publish(CancellationToken.None);
        Assert.Equal("moon", index.Correct("mozn"));
    }

    [Theory]
    [InlineData("moon", "moon", 0)]
    [InlineData("moon", "mono", 1)]
    [InlineData("moon", "moons", 1)]
    [InlineData("moon", "mon", 1)]
    [InlineData("moon", "noon", 1)]
    [InlineData("moon", "nono", 2)]
    [InlineData("", "ab", 2)]
    [InlineData("abcdef", "fedcba", 3)]
    public void Slips_are_counted_up_to_the_most_that_are_forgiven(string a, string b, int slips) =>
        Assert.Equal(slips, Math.Min(3, Spelling.Slips(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b), 2)));
}
