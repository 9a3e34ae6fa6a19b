using System.Text;
using System.Text.Json;
using PaperDigest.Api;
using PaperDigest.Hosting;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

public sealed class CitationTests
{
    [Theory]
    [InlineData("Grace Hopper", "Hopper, Grace")]
    [InlineData("Grace Brewster M. Hopper", "Hopper, Grace Brewster M.")]
    [InlineData("Ludwig van Beethoven", "van Beethoven, Ludwig")]
    [InlineData("Charles de la Vallée Poussin", "de la Vallée Poussin, Charles")]
    [InlineData("Sammy Davis Jr.", "Davis, Jr., Sammy")]
    [InlineData("Plato", "Plato")]
    [InlineData("ATLAS Collaboration", "ATLAS Collaboration")]
    [InlineData("The Example Team", "The Example Team")]
    [InlineData(":", ":")]
    [InlineData("Van Jones", "Jones, Van")]
    public void Names_come_apart_where_citations_sort(string name, string inverted) => Assert.Equal(inverted, CitedName.Of(name).Inverted);

    [Theory]
    [InlineData("Cats & dogs: 100% of #1_a", @"Cats \& dogs: 100\% of \#1\_a")]
    [InlineData(@"Already \& escaped \% here", @"Already \& escaped \% here")]
    [InlineData("In $O(n_1 \\log n)$ steps_of", @"In $O(n_1 \log n)$ steps\_of")]
    [InlineData("Costs $5", @"Costs \$5")]
    [InlineData("a~b^c", @"a\textasciitilde{}b\textasciicircum{}c")]
    [InlineData(@"The \emph{best} {K}ernel", @"The \emph{best} {K}ernel")]
    [InlineData("Open { only", @"Open \{ only")]
    [InlineData("}{", @"\}\{")]
    [InlineData(@"\input{/etc/passwd}", @"\textbackslash{}input{/etc/passwd}")]
    [InlineData(@"$\write18{rm}$", @"$\textbackslash{}write18{rm}$")]
    [InlineData(@"ends in \", @"ends in \textbackslash{}")]
    [InlineData("Ünïcode – stays 数", "Ünïcode – stays 数")]
    public void Text_is_escaped_for_tex_and_mathematics_is_not(string text, string escaped) => Assert.Equal(escaped, BibTex.Escape(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2, +3", "\"'-2, +3\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(null, "")]
    public void A_table_holds_no_formula(string? value, string field) => Assert.Equal(field, Csv.Field(value));

    [Theory]
    [InlineData("a < b and [x](javascript:y) *z*", @"a \< b and \[x\](javascript:y) \*z\*")]
    [InlineData("where $a_1<b^*$ holds_", @"where $a_1< b^*$ holds\_")]
    public void Markdown_shows_words_as_they_are(string text, string escaped) => Assert.Equal(escaped, MarkdownPapers.Escape(text));

    [Fact]
    public void An_entry_of_bibtex_is_as_arxiv_writes_its_own()
    {
        var paper = Some.Paper("hep-th/9901001", new DateOnly(1999, 1, 4), "hep-th", "math.AG");
        (paper.Authors, paper.Comments) = (["Łukasz Brontë", "CMS Collaboration"], "12 pages,\n  3 figures");
        Assert.Equal(
            """
            @misc{bronte1999-hep-th-9901001,
              title = {{On the matter of hep-th/9901001}},
              author = {Brontë, Łukasz and {CMS Collaboration}},
              year = {1999},
              month = jan,
              eprint = {hep-th/9901001},
              archivePrefix = {arXiv},
              primaryClass = {hep-th},
              doi = {10.48550/arXiv.hep-th/9901001},
              url = {https://arxiv.org/abs/hep-th/9901001},
              note = {12 pages, 3 figures},
              abstract = {It was measured. It held.},
            }

            """, BibTex.Entry(new PaperFacts(paper)));
    }

    [Fact]
    public void A_record_of_ris_has_one_field_a_line()
    {
        var paper = Some.Paper();
        (paper.Abstract, paper.Doi, paper.Authors) = ("One.\n\nER  - \r\nTwo.", "10.1000/182", ["Sammy Davis Jr."]);
        var lines = Ris.Record(new PaperFacts(paper)).Split("\r\n");
        Assert.Equal("TY  - UNPB", lines[0]);
        Assert.Contains("AU  - Davis, Sammy, Jr.", lines);
        Assert.Contains("AB  - One. ER - Two.", lines);
        Assert.Contains("DO  - 10.1000/182", lines);
        Assert.Equal(["ER  - ", ""], lines[^2..]);
        Assert.All(lines[..^1], line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
    }

    [Fact]
    public void Csl_says_who_and_when()
    {
        using var items = JsonDocument.Parse(CslJson.Write([new PaperFacts(Some.Paper())]));
        var item = Assert.Single(items.RootElement.EnumerateArray());
        Assert.Equal("Lovelace", item.GetProperty("author")[0].GetProperty("family").GetString());
        Assert.Equal("[[2026,5,12]]", item.GetProperty("issued").GetProperty("date-parts").GetRawText());
        Assert.Equal("10.48550/arXiv.2605.00001", item.GetProperty("DOI").GetString());
    }

    [Fact]
    public void Data_in_a_page_cannot_end_its_element()
    {
        var paper = Some.Paper();
        paper.Title = "</script><script>alert(1)</script>";
        var script = ScholarlyArticle.Script(new PaperFacts(paper), "https://papers.example.org/papers/2605.00001");
        Assert.Equal(script.Length - "</script>".Length, script.IndexOf("</script", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_list_is_a_list_in_every_form()
    {
        var list = new PaperList(new PaperListQuery(), []) { Title = "None", Page = "/papers" };
        var site = new SiteOptions { PublicUrl = "https://papers.example.org" };
        Assert.All(ListForms.All, form => Assert.NotNull(Encoding.UTF8.GetString(form.Write(list, site))));
    }
}
