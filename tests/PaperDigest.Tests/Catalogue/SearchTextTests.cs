using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Schrödinger's  Cat", "schrodinger s cat")]
    [InlineData("António GONZÁLEZ", "antonio gonzalez")]
    [InlineData("Łukasz Søren Đặng Nguyễn", "lukasz soren dang nguyen")]
    [InlineData("Weiß, Ærø, Þór", "weiss aero thor")]
    [InlineData("Erdo\u030bs and Gödel", "erdos and godel")]
    [InlineData("GPT-4 & C++: 100%", "gpt 4 c 100")]
    [InlineData("ﬁne-tuning", "fine tuning")]
    [InlineData("Ёлкин Ωmega 模型", "елкин ωmega 模型")]
    [InlineData("half a pair \uD83D", "half a pair")]
    [InlineData(" -- ", "")]
    public void Words_are_compared_without_case_accents_and_punctuation(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Title_and_authors_stand_apart_with_a_blank_around_each_word() =>
        Assert.Equal(" on cats | ada lovelace | kurt godel ", SearchText.Of("On Cats", ["Ada Lovelace", "Kurt Gödel"]));
}
