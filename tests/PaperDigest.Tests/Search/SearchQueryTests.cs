using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("Schrödinger's CAT", "% schrodinger% % s % % cat%")]
    [InlineData("50%_of\\them", "% 50 % % of % % them%")]
    [InlineData("GPT-4 gpt", "% gpt% % 4 %")]
    [InlineData("'; DROP TABLE papers; --", "% drop% % table% % papers%")]
    [InlineData("% _ \\ * ?", "")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void Words_are_looked_up_by_their_beginnings_and_short_ones_whole(string? typed, string patterns) =>
        Assert.Equal(patterns, string.Join(' ', SearchQuery.Of(typed).Patterns));

    [Theory]
    [InlineData("graph ne", "% graph% % ne%")]
    [InlineData("ne graph", "% ne % % graph%")]
    [InlineData("g", "% g%")]
    [InlineData("", "")]
    public void The_last_word_may_still_be_being_typed(string typed, string patterns) =>
        Assert.Equal(patterns, string.Join(' ', SearchQuery.Of(typed).PatternsSoFar));

    [Fact]
    public void Control_characters_and_broken_Unicode_are_taken_out()
    {
        var query = SearchQuery.Of("deep\0\u0001\r\n\tlearning \ud800 net\u0007");
        Assert.Equal("deep learning \ufffd net", query.Text);
        Assert.Equal(["deep", "learning", "net"], query.Words);
    }

    [Fact]
    public void A_very_long_text_is_cut_and_never_within_a_character()
    {
        Assert.Equal(SearchQuery.LongestText, SearchQuery.Of(new string('x', 100_000)).Text.Length);
        Assert.Equal(SearchQuery.LongestText - 1, SearchQuery.Of("x" + string.Concat(Enumerable.Repeat("😀", 500))).Text.Length);
        Assert.Equal(16, SearchQuery.Of(string.Join(' ', Enumerable.Range(100, 60))).Words.Count);
    }
}
