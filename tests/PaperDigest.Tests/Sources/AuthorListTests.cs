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
    [InlineData("The BABAR Collaboration: B. Aubert, et al", "The BABAR Collaboration|B. Aubert")]
    [InlineData("A. Byron (1), B. Pascal (2), (1) University of Paris, (2) MIT", "A. Byron|B. Pascal")]
    [InlineData("Ana de Anda, Rand Hand", "Ana de Anda|Rand Hand")]
    public void Raw_author_lines_are_also_split_at_and_and_colon(string authors, string names) =>
        Assert.Equal(names, string.Join('|', AuthorList.OfRaw(authors)));

    [Theory]
    [InlineData("Ada Byron (London, England), Blaise Pascal", "London, England|")]
    [InlineData("Ada Byron, Blaise Pascal (Paris)", "Paris|Paris")]
    [InlineData("Ada Byron (1 and 2), Blaise Pascal (2) ((1) CREST, Paris, (2) MIT)", "CREST, Paris, MIT|MIT")]
    [InlineData("Ada Byron (1,2), Blaise Pascal (2), (1) University of Paris, France, (2) MIT.", "University of Paris, France, MIT.|MIT.")]
    [InlineData("QUaD collaboration: Ada Byron, Blaise Pascal (1) ((1) Cardiff)", "|Cardiff|Cardiff")]
    [InlineData("NVIDIA: Ada Byron (London)", "||London")]
    [InlineData("Ada Byron (A (inner, part), B)", "A (inner, part), B")]
    [InlineData("Ada Byron (for the X Collaboration)", "for the X Collaboration")]
    [InlineData("Ada Byron (1), Blaise Pascal", null)]
    [InlineData("Ada Byron, Blaise Pascal", null)]
    public void Affiliations_stand_beside_the_names_they_belong_to(string line, string? places)
    {
        var credits = AuthorList.OfLine(line);
        Assert.Equal(places, credits.Affiliations is { } known ? string.Join('|', known) : null);
        Assert.Equal(credits.Affiliations?.Count ?? credits.Names.Count, credits.Names.Count);
    }
}
