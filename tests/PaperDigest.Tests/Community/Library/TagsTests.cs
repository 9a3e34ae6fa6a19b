using PaperDigest.Community;

namespace PaperDigest.Tests.Community.Library;

public sealed class TagsTests
{
    [Fact]
    public void Tags_are_parted_by_commas_trimmed_sorted_and_each_there_once_whatever_its_case() =>
        Assert.Equal(["evaluation", "To read", "ÜBER"], Tags.Of(["To read ,evaluation", null, " to  READ,, ÜBER\t", ","]));

    [Fact]
    public void A_tag_is_short_and_a_paper_has_few()
    {
        Assert.Equal(new string('x', Tags.Longest), Tags.One(new string('x', 100)));
        Assert.Equal(Tags.MostOnPaper, Tags.Of(Enumerable.Range(1, 50).Select(n => $"{n}")).Length);
        Assert.Null(Tags.One(" , \u0000"));
    }

    [Theory]
    [InlineData("  a\r\nb\u0000 ", "a\nb")]
    [InlineData(" \r\n ", null)]
    [InlineData(null, null)]
    public void A_note_is_plain_text_or_nothing(string? typed, string? kept) => Assert.Equal(kept, Note.Of(typed));
}
