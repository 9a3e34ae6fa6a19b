using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class AuthorListTests
{
    [Theory]
    [InlineData("Ada Byron, Blaise Pascal", "Ada Byron|Blaise Pascal")]
    [InlineData("Ada Byron (London, England), Blaise Pascal (Paris)", "Ada Byron|Blaise Pascal")]
    [InlineData("Ada Byron (A (inner, part), B), Blaise Pascal", "Ada Byron|Blaise Pascal")]
    [InlineData("Ada Byron (1 and 2), Blaise Pascal (2) ((1) CREST, (2) MIT)", "Ada Byron|Blaise Pascal")]
    [InlineData("Wei (Wendy) Zhang, Bo Li", "Wei (Wendy) Zhang|Bo Li")]
    [InlineData("NVIDIA, :, Ada Byron", "NVIDIA|:|Ada Byron")]
    [InlineData("Zheng Wang, Zheng Wang", "Zheng Wang|Zheng Wang")]
    [InlineData("Robert Webster, III, Marcelo Ang, Jr., Ada Byron", "Robert Webster III|Marcelo Ang Jr.|Ada Byron")]
    [InlineData("Adam Hewitt and, and Jun Wang", "Adam Hewitt|Jun Wang")]
    [InlineData("Ada Byron (unclosed, Blaise Pascal", "Ada Byron|Blaise Pascal")]
    [InlineData("Ada Byron,, ,\n Blaise\n  Pascal,", "Ada Byron|Blaise Pascal")]
    [InlineData("J.~A. Smith, {van der} Berg\\\\", "J. A. Smith|van der Berg")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Creators_of_a_feed_are_split_at_commas_outside_affiliations(string? creators, string names) =>
        Assert.Equal(names, string.Join('|', AuthorList.OfFeed(creators)));

    [Theory]
    [InlineData("A. Byron, B. Pascal and C. Gauss", "A. Byron|B. Pascal|C. Gauss")]
    [InlineData("A. Byron, B. Pascal, and C. Gauss", "A. Byron|B. Pascal|C. Gauss")]
    [InlineData("A. Byron (1 and 2), B. Pascal (1) ((1) Royal Institute, (2) Trinity and Queens)", "A. Byron|B. Pascal")]
    [InlineData("The BABAR Collaboration: B. Aubert, et al", "The BABAR Collaboration|:|B. Aubert|et al")]
    [InlineData("A. Byron (1), B. Pascal (2), (1) University of Paris, (2) MIT", "A. Byron|B. Pascal")]
    [InlineData("Ana de Anda, Rand Hand", "Ana de Anda|Rand Hand")]
    public void Raw_author_lines_are_also_split_at_and_and_colon(string authors, string names) =>
        Assert.Equal(names, string.Join('|', AuthorList.OfRaw(authors)));
}
