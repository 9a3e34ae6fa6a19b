using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivTextTests
{
    [Theory]
    [InlineData(@"Paulo Andr\'e Lima de Castro", "Paulo André Lima de Castro")]
    [InlineData("Schr\\\"odinger", "Schrödinger")]
    [InlineData("Schr{\\\"o}dinger", "Schrödinger")]
    [InlineData("Schr\\\"{o}dinger", "Schrödinger")]
    [InlineData("Schr{\\\"{o}}dinger", "Schrödinger")]
    [InlineData(@"M{\aa}ns", "Måns")]
    [InlineData(@"\AA ngstr\""om", "Ångström")]
    [InlineData(@"Fran\c{c}ois", "François")]
    [InlineData(@"Fran\c cois", "François")]
    [InlineData(@"\v{Z}i\v{z}ek", "Žižek")]
    [InlineData(@"J{\o}rgensen", "Jørgensen")]
    [InlineData(@"\O{}rsted", "Ørsted")]
    [InlineData(@"\.Istanbul", "İstanbul")]
    [InlineData(@"Wei\ss", "Weiß")]
    [InlineData(@"Wei{\ss}mann", "Weißmann")]
    [InlineData(@"Pawe\l", "Paweł")]
    [InlineData(@"{\L}ukasz", "Łukasz")]
    [InlineData(@"Garc\'{\i}a", "García")]
    [InlineData(@"Garc{\'\i}a", "García")]
    [InlineData(@"Erd\H{o}s", "Erdős")]
    [InlineData(@"\DJ okovi\'c", "Đoković")]
    [InlineData(@"Nguy\~{\^e}n", "Nguyễn")]
    [InlineData("Nguy\\~ên", "Nguyễn")]
    [InlineData(@"Ng\d{o}c", "Ngọc")]
    [InlineData(@"Gon\c{c}alves d'\'Avila", "Gonçalves d'Ávila")]
    public void Accents_of_TeX_become_letters(string tex, string unicode)
    {
        Assert.Equal(unicode, ArxivText.Line(tex));
        Assert.Equal([unicode], AuthorList.OfFeed(tex));
    }

    [Theory]
    [InlineData(@"Bounds on $\'e$ and $\bar{x}$ by \'Etale maps", @"Bounds on $\'e$ and $\bar{x}$ by Étale maps")]
    [InlineData(@"\(\v{z}\) and \[\c{c}\] and \v{z}", @"\(\v{z}\) and \[\c{c}\] and ž")]
    [InlineData(@"It costs \$5 for \'eclairs, \$6", @"It costs \$5 for éclairs, \$6")]
    [InlineData(@"An unpaired $ and caf\'e", "An unpaired $ and café")]
    [InlineData(@"\textbf{Bold}, \cite{x}, \vec x, \dataset", @"\textbf{Bold}, \cite{x}, \vec x, \dataset")]
    [InlineData(@"\r{ho} and \b{eta}", @"\r{ho} and \b{eta}")]
    [InlineData(@"the model\'s users\' don\'t", "the model's users' don't")]
    [InlineData(@"a 95\% gain in Q\&A on the big\_set \#1", "a 95% gain in Q&A on the big_set #1")]
    [InlineData("tokens <think> and </a> & <i>x</i>", "tokens <think> and </a> & <i>x</i>")]
    public void Formulas_commands_and_brackets_stay_as_written(string text, string expected) => Assert.Equal(expected, ArxivText.Line(text));

    [Theory]
    [InlineData("  Two\n lines\t and\u00A0blanks ", "Two lines and blanks")]
    [InlineData("a\u0000b\u000Bc\u001Fd\u007Fe\u0085f", "abcde f")]
    [InlineData("zero\u200Bwidth\uFEFF and \u202Eturned", "zerowidth and turned")]
    [InlineData("Amélie via e\u0301 and Việt via e\u0302\u0323", "Amélie via é and Việt via ệ")]
    [InlineData(null, "")]
    public void A_line_has_single_blanks_composed_letters_and_no_controls(string? text, string expected) => Assert.Equal(expected, ArxivText.Line(text));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped_and_a_whole_one_kept() =>
        Assert.Equal("half pair, whole \U0001F600", ArxivText.Line("half \uD83D pair, \uDE00whole \U0001F600"));

    [Fact]
    public void An_abstract_keeps_its_paragraphs_and_loses_its_wraps()
    {
        const string wrapped = "  The first paragraph is\nwrapped here.\n  The second is indented.\r\n\r\nThe third follows\nan empty line.\n";
        Assert.Equal(
            "The first paragraph is wrapped here.\n\nThe second is indented.\n\nThe third follows an empty line.",
            ArxivText.Paragraphs(wrapped));
    }

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        const string text = "  Caf\\'e \\& na\\\"{\\i}ve $\\alpha$\n  50\\% of e\u0301";
        var once = ArxivText.Paragraphs(text);
        Assert.Equal("Café & naïve $\\alpha$\n\n50% of é", once);
        Assert.Equal(once, ArxivText.Paragraphs(once));
    }
}
