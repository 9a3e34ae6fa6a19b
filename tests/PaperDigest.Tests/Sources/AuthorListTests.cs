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
        Assert.Equal(names, string.Join('|', AuthorList.OfLine(creators).Names));

    [Theory]
    [InlineData("A. Byron, B. Pascal and C. Gauss", "A. Byron|B. Pascal|C. Gauss")]
    [InlineData("A. Byron, B. Pascal, and C. Gauss", "A. Byron|B. Pascal|C. Gauss")]
    [InlineData("A. Byron (1 and 2), B. Pascal (1) ((1) Royal Institute, (2) Trinity and Queens)", "A. Byron|B. Pascal")]
    [InlineData("The BABAR Collaboration: B. Aubert, et al", "The BABAR Collaboration|B. Aubert")]
    [InlineData("A. Byron (1), B. Pascal (2), (1) University of Paris, (2) MIT", "A. Byron|B. Pascal")]
    [InlineData("Ana de Anda, Rand Hand", "Ana de Anda|Rand Hand")]
    public void Raw_author_lines_are_also_split_at_and_and_colon(string authors, string names) =>
        Assert.Equal(names, string.Join('|', AuthorList.OfLine(authors).Names));

    [Theory]
    [InlineData("S.M. Warner, C.-C. Kuo, X.A.-B. Li", "S. M. Warner|C.-C. Kuo|X. A.-B. Li")]
    [InlineData("S. M. Warner, C. -C. Kuo, X. A. -B. Li", "S. M. Warner|C.-C. Kuo|X. A.-B. Li")] // as arXiv's parser writes them
    [InlineData("GLM-4.5 Team, GLM-4. 5 Team", "GLM-4.5 Team|GLM-4.5 Team")]
    [InlineData("A. Byron and B. Pascal & C. Gauss", "A. Byron|B. Pascal|C. Gauss")]
    [InlineData("Bo Smith Jr.and Ada Byron", "Bo Smith Jr.|Ada Byron")]
    [InlineData("Bo Smith, Jr., Bo Smith Sr, Ann Lee, IV, Bob Ray, V", "Bo Smith Jr.|Bo Smith Sr|Ann Lee IV|Bob Ray V")]
    [InlineData("Ada Byron, Ph.D., Bo Li, M.D., Venktesh V", "Ada Byron|Bo Li|Venktesh V")]
    [InlineData("Ada Byron*, Bo Li†, Cy Oz$^1$", "Ada Byron|Bo Li|Cy Oz$^1$")]
    [InlineData("A. Byron, for the ABCD Collaboration, B. Pascal (on behalf of X)", "A. Byron|the ABCD Collaboration|B. Pascal")]
    [InlineData("BELLE Collaboration: A. Byron, B. Pascal", "BELLE Collaboration|A. Byron|B. Pascal")]
    [InlineData("NVIDIA: A. Byron", "NVIDIA|:|A. Byron")]
    [InlineData("The Array, Keck: A. Byron", "The Array|Keck|:|A. Byron")]
    [InlineData("A. Byron, et al., B. Pascal, et. al", "A. Byron|B. Pascal")]
    [InlineData("Guiling \"Grace\" Wang, Rapha\\\"el Metz, St\\ütz", "Guiling \"Grace\" Wang|Raphaël Metz|Stütz")]
    [InlineData("\\textsc{Ada} Byron, {\\bf B.} Pascal, X.~Y~Z", "Ada Byron|bf B. Pascal|X. Y Z")]
    [InlineData("Ludwig van der Berg, Maria da Rocha e Silva, Plato", "Ludwig van der Berg|Maria da Rocha e Silva|Plato")]
    [InlineData("\u202EAda\u0000 Byron\u200B, \uD800", "Ada Byron")]
    public void The_same_authors_are_the_same_names_however_they_were_written(string line, string names)
    {
        Assert.Equal(names, string.Join('|', AuthorList.OfLine(line).Names));
        Assert.Equal(names, string.Join('|', AuthorList.OfNames(names.Split('|')).Names));
    }

    [Fact]
    public void Every_interface_gives_a_paper_the_same_authors()
    {
        const string names = "The X Collaboration|José Álvarez|J. R. van der Berg|Lê Nguyễn|Lê Nguyễn|Bo Smith Jr.|C.-C. Kuo";
        string[] lines =
        [
            "The X Collaboration: Jos\\'e \\'Alvarez, J.R. van der Berg, L\\^e Nguy\\~{\\^e}n, L\\^e Nguy\\~{\\^e}n, Bo\n  Smith, Jr. and C.-C. Kuo",
            "The X Collaboration, Jos{\\'e} {\\'A}lvarez, J. R. van der Berg, L\\^{e} Nguy\\~{\\^{e}}n, L\\^{e} Nguy\\~{\\^{e}}n, Bo Smith, Jr., C. -C. Kuo",
        ];
        Assert.All(lines, line => Assert.Equal(names, string.Join('|', AuthorList.OfLine(line).Names)));
        (string? Keyname, string? Forenames, string? Suffix)[] parts =
        [
            ("The X Collaboration", null, null), ("Álvarez", "José", ""), ("van der Berg", "J. R.", null), ("Nguyễn", "Lê", null), ("Nguyễn", "Lê", null),
            ("Smith,", "Bo", "Jr."), ("Kuo", "C. -C.", null),
        ];
        Assert.Equal(names, string.Join('|', AuthorList.OfNames(parts.Select(p => $"{p.Forenames} {p.Keyname} {p.Suffix}")).Names));
    }

    [Fact]
    public void Three_thousand_authors_with_numbered_places_are_read_in_their_order()
    {
        var line = string.Join(", ", Enumerable.Range(1, 3_303).Select(n => $"A. Author{n} ({n % 90 + 1},{n % 7 + 1})"))
            + " ((1) " + string.Join(", (", Enumerable.Range(1, 90).Select(n => $"{(n > 1 ? $"{n}) " : "")}Place {n}, Town")) + ")";
        var credits = AuthorList.OfLine(line);
        Assert.Equal(Enumerable.Range(1, 3_303).Select(n => $"A. Author{n}"), credits.Names);
        Assert.Equal("Place 4, Town", credits.Affiliations![2]);
        Assert.Equal("Place 64, Town, Place 7, Town", credits.Affiliations[3_302]);
    }

    [Fact]
    public void What_is_no_name_is_cut_before_it_breaks_an_index()
    {
        Assert.InRange(Assert.Single(AuthorList.OfLine(new string('é', 100_000)).Names).Length, 300, 900);
        Assert.All(AuthorList.OfLine($"Ada Byron ({new string('x', 100_000)})").Affiliations!, place => Assert.InRange(place.Length, 1, 500));
    }

    [Fact]
    public void Affiliations_of_an_interface_that_gives_them_apart_are_kept()
    {
        var credits = AuthorList.OfNames([("Ada Byron", "Universit\\'e de Paris"), ("Blaise Pascal", null), ("Zheng Wang", "MIT, USA")]);
        Assert.Equal(["Université de Paris", "MIT, USA", "MIT, USA"], credits.Affiliations);
    }

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
