using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class KeySentenceTests
{
    private const string Long = "A first sentence that is long enough to stand alone, because it says what was done, how it was done, and what came of it.";

    [Theory]
    [InlineData(Long + " A second one.", Long)]
    [InlineData("Models are costly. We make them cheap. They stay good.", "Models are costly. We make them cheap.")]
    [InlineData("We follow Smith et al. Here it ends. More. Still more.", "We follow Smith et al. Here it ends. More.")]
    [InlineData("Costs fall (e.g. In training) by 3.5 times. It holds. More.", "Costs fall (e.g. In training) by 3.5 times. It holds.")]
    [InlineData("As J. Doe showed, it works! Does it? Yes.", "As J. Doe showed, it works! Does it?")]
    [InlineData("We present GPT. It talks. More.", "We present GPT. It talks.")]
    [InlineData("No full stop at the end", "No full stop at the end")]
    [InlineData("Wrapped\nat the\n  editor's width. And on. More.", "Wrapped at the editor's width. And on.")]
    [InlineData("", "")]
    public void A_paper_is_introduced_by_its_first_sentence_and_the_next_when_that_is_short(string text, string expected) =>
        Assert.Equal(expected, KeySentence.Of(null, text));

    [Fact]
    public void A_summary_goes_before_the_abstract() => Assert.Equal("The gist. In short.", KeySentence.Of("The gist. In short.", "At length."));

    [Fact]
    public void An_empty_summary_is_none() => Assert.Equal("At length.", KeySentence.Of(" ", "At length."));
}
