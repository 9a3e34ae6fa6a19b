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
        Assert.Equal([unicode], AuthorList.OfLine(tex).Names);
    }

    [Theory]
    [InlineData(@"Bounds on $x\%$, $\bar{x}$ by \'Etale maps", @"Bounds on $x\%$, $\bar{x}$ by Étale maps")]
    [InlineData(@"\(5\%\) and \[5\%\] and $$5\%$$ and 5\%", @"\(5\%\) and \[5\%\] and $$5\%$$ and 5%")]
    [InlineData(@"\(5\% and \[5\% and $$5\% are open", @"\(5% and \[5% and $$5% are open")]
    [InlineData(@"A line\\%break and 360\deg, $\varphi$", @"A line\\%break and 360\deg, $\varphi$")]
    [InlineData("It -- was --- ``quoted'' ~ here", "It -- was --- ``quoted'' ~ here")]
    [InlineData("From &#177;5 &amp; &lt;b&gt;", "From &#177;5 &amp; &lt;b&gt;")]
    [InlineData(@"It costs \$5 for \'eclairs, \$6", @"It costs \$5 for éclairs, \$6")]
    [InlineData(@"An unpaired $ and caf\'e", "An unpaired $ and café")]
    [InlineData(@"\textbf{Bold}, \cite{x}, \vec x, \dataset", @"\textbf{Bold}, \cite{x}, \vec x, \dataset")]
    [InlineData(@"\r{ho} and \b{eta}", @"\r{ho} and \b{eta}")]
    [InlineData(@"the model\'s users\' don\'t", "the model's users' don't")]
    [InlineData(@"a 95\% gain in Q\&A on the big\_set \#1", "a 95% gain in Q&A on the big_set #1")]
    [InlineData("tokens <think> and </a> & <i>x</i>", "tokens <think> and </a> & <i>x</i>")]
    public void Formulas_commands_and_brackets_stay_as_written(string text, string expected) => Assert.Equal(expected, ArxivText.Line(text));

    /// <summary>The query interface turns letters into Unicode in formulas too; whoever keeps the source has to follow.</summary>
    [Theory]
    [InlineData(@"$\alpha$-vectors", "$α$-vectors")]
    [InlineData(@"$n^{\alpha+1}$ and $C_{\alpha}$", "$n^{α+1}$ and $C_α$")]
    [InlineData(@"$\kappa = 0.9$", "$κ= 0.9$")]
    [InlineData(@"$\Omega( \alpha_1 \sigma\sqrt{T})$", @"$Ω( α_1 σ\sqrt{T})$")]
    [InlineData(@"$\mathbf{\Sigma}_{x}$", @"$\mathbfΣ_{x}$")]
    [InlineData(@"$\alpha1$ and $\alphabet$", @"$\alpha1$ and $\alphabet$")]
    [InlineData(@"360{\deg} views, $q^{\deg f}$", @"360° views, $q^{\deg f}$")]
    [InlineData(@"\alpha\ helix, \beta{} sheet", "α helix, β sheet")]
    public void Greek_letters_are_Unicode_in_formulas_too(string tex, string unicode)
    {
        Assert.Equal(unicode, ArxivText.Line(tex));
        Assert.Equal(unicode, ArxivText.Line(unicode));
    }

    [Theory]
    [InlineData(@"\'{\i}, {\'\i}, \'\i, \'{\i}", "í, í, í, í")]
    [InlineData(@"t{\^a}tonnement, t{â}tonnement, {{\'e}}t\'e", "tâtonnement, tâtonnement, été")]
    [InlineData(@"\textbf{\'e} and x^{é}", @"\textbf{é} and x^{é}")]
    [InlineData(@"Csisz{\' a}r, Ph\d{\^o}, \d{\'o}, \'{\d o}", "Csiszár, Phộ, ọ́, \\'{\\d o}")]
    [InlineData(@"\'{ e}, \v{ z }, \c {c}", "é, ž, ç")]
    [InlineData(@"\'b, \=x, \v{abc}, {\'e, \'}", @"\'b, \=x, \v{abc}, {é, \'}")]
    [InlineData(@"\\'e, \{\'e}, \{\o}", @"\\'e, \{é}, \{ø}")]
    [InlineData(@"an integral \int f\d t", @"an integral \int f\d t")]
    [InlineData(@"\ae ther, {\AE}gir, \oe uvre, \eth", "æther, Ægir, œuvre, ð")]
    public void Unusual_and_nested_accents_are_read_as_far_as_Unicode_goes(string tex, string unicode) => Assert.Equal(unicode, ArxivText.Line(tex));

    [Theory]
    [InlineData("  Two\n lines\t and\u00A0blanks ", "Two lines and blanks")]
    [InlineData("a\u0000b\u000Bc\u001Fd\u007Fe\u0085f", "abcde f")]
    [InlineData("zero\u200Bwidth\uFEFF and \u202Eturned", "zerowidth and turned")]
    [InlineData("Amélie via e\u0301 and Việt via e\u0302\u0323", "Amélie via é and Việt via ệ")]
    [InlineData("tags \U000E0041\U000E007F, joiners \u2060\u200E, nonsense \uFDD0\uFFFF\U0001FFFE", "tags , joiners , nonsense")]
    [InlineData("کتاب\u200Cها", "کتاب\u200Cها")] // a joiner that spelling needs
    [InlineData("0", "0")]
    [InlineData("Heaps Z\u0335\u0336\u0337\u0338\u0321\u0322\u0334\u0335\u0336 of accents", "Heaps Z\u0335\u0336\u0337\u0338\u0321\u0322 of accents")]
    [InlineData(" \n\u200B ", "")]
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

    [Theory]
    [InlineData("One.\n  Two.", "One.\n\nTwo.")]
    [InlineData("One.\n Two.", "One. Two.")]
    [InlineData("One.\n \t\nTwo.", "One.\n\nTwo.")]
    [InlineData("One.\u200B\n\u200B\n\u200BTwo.", "One.\n\nTwo.")]
    [InlineData("One.\r\rTwo.\r\nThree.", "One.\n\nTwo. Three.")]
    [InlineData("One.\n\n\n   \nTwo.\n    ", "One.\n\nTwo.")]
    [InlineData(" \n  ", "")]
    [InlineData(null, "")]
    public void A_paragraph_begins_after_an_empty_line_or_with_an_indent(string? text, string paragraphs) =>
        Assert.Equal(paragraphs, ArxivText.Paragraphs(text));

    [Fact]
    public void Normalising_twice_changes_nothing()
    {
        const string text = "  Caf\\'e \\& na\\\"{\\i}ve $\\alpha$\n  50\\% of e\u0301";
        var once = ArxivText.Paragraphs(text);
        Assert.Equal("Café & naïve $α$\n\n50% of é", once);
        Assert.Equal(once, ArxivText.Paragraphs(once));
    }
}
