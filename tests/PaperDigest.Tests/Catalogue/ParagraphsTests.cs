using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class ParagraphsTests
{
    [Fact]
    public void A_blank_line_and_an_indented_one_begin_a_paragraph() =>
        Assert.Equal(["One.", "Two.", "Three."], Paragraphs.Of("One.\n\nTwo.\n  Three."));

    [Fact]
    public void A_line_break_within_a_paragraph_is_a_blank() => Assert.Equal(["One line after another."], Paragraphs.Of("One line\r\nafter another.\r\n"));

    [Fact]
    public void Nothing_has_no_paragraphs() => Assert.Empty(Paragraphs.Of(" \n "));
}
