using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class FilterWordsTests
{
    [Theory]
    [InlineData("agents", "agents")]
    [InlineData("  agents   memory ", "agents", "memory")]
    [InlineData("agents \"tool use\"", "agents", "tool use")]
    [InlineData("“tool  use” agents", "tool use", "agents")]
    [InlineData("Agents agents", "Agents")]
    [InlineData("\"tool use", "tool use")]
    [InlineData("+ \"\" -- C++", "C++")]
    [InlineData("a b c d e f g h i j", "a", "b", "c", "d", "e", "f", "g", "h")]
    public void Words_stand_alone_and_phrases_between_marks(string typed, params string[] words) => Assert.Equal(words, FilterWords.Of(typed));

    [Theory]
    [InlineData("agents \"tool use\"")]
    [InlineData("C++ naïve")]
    public void What_is_written_is_read_the_same_again(string typed) => Assert.Equal(typed, FilterWords.Text(FilterWords.Of(typed)));

    [Theory]
    [InlineData("agent", @"\magent\M")]
    [InlineData("tool use", @"\mtool\s+use\M")]
    [InlineData("C++", @"\mC\+\+")]
    [InlineData(".*", @"\.\*")]
    [InlineData("naïve", @"\mnaïve\M")]
    public void Every_sign_stands_for_itself(string word, string pattern) => Assert.Equal(pattern, FilterWords.Pattern(word));
}
