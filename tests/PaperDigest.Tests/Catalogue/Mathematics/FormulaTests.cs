using System.Xml.Linq;
using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue.Mathematics;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("x^2", "x²")]
    [InlineData(@"\mathcal{O}(n \log n)", "O(n log n)")]
    [InlineData(@"\frac{1}{\sqrt{d_k}}", "1/(√dₖ)")]
    [InlineData(@"\mathbb{R}^{d\times d}", "ℝ^(d×d)")]
    [InlineData(@"\hat{y} \neq y'", "ŷ ≠ y′")]
    [InlineData(@"\left\| x \right\|_2 \leq -1", "‖x‖₂ ≤ −1")]
    [InlineData(@"\sum_{i=1}^{n} a_i", "∑ᵢ₌₁ⁿ aᵢ")]
    [InlineData(@"f: A \xrightarrow[a]{b} B", "f : A →ₐ^b B")]
    [InlineData(@"\binom{n}{k}", "(n k)")]
    [InlineData(@"{n \choose k} = {a \over b}", "(n k) = a/b")]
    [InlineData(@"\operatorname{arg\,max}_\theta", "arg max_θ")]
    [InlineData(@"\not= \not\in", "≠∉")]
    [InlineData(@"\begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}", "{1, x > 0; 0, otherwise")]
    [InlineData(@"\bar{x}\tilde{y}\vec{v}\dot{a}", "x̄ỹv⃗ȧ")]
    [InlineData(@"\text{M$^3$Net}_{\rm best}", "M³Net_best")]
    [InlineData(@"\underset{x}{\min}\ \overset{!}{=} a \pmod{p}", "minₓ =^! a (mod p)")]
    [InlineData(@"10{,}000", "10,000")]
    [InlineData(@"10,000", "10,000")]
    public void What_abstracts_write_is_understood(string source, string reading)
    {
        var formula = Formula.Read(source, isDisplayed: false);

        Assert.NotNull(formula);
        Assert.Equal(reading.Normalize(), formula.Reading);
        Assert.All(formula.Pieces(ProseStyle.None).Where(p => p.IsMarkup && p.Text != "<wbr>"), piece => XElement.Parse(piece.Text));
    }

    [Theory]
    [InlineData(@"\unknowncommand{x}")]
    [InlineData(@"\frac{1}")]
    [InlineData(@"x^")]
    [InlineData(@"{x")]
    [InlineData(@"x}")]
    [InlineData(@"\left( x")]
    [InlineData(@"\begin{cases} 1")]
    [InlineData(@"\begin{evil} 1 \end{evil}")]
    [InlineData(@"\unicode{x202E}")]
    [InlineData(@"\unicode{xD800}")]
    [InlineData(@"\text{\foo}")]
    [InlineData(@"\")]
    [InlineData("")]
    public void What_is_not_understood_is_no_formula(string source) => Assert.Null(Formula.Read(source, isDisplayed: false));

    [Fact]
    public void What_is_deep_or_long_beyond_reason_is_no_formula()
    {
        Assert.Null(Formula.Read(new string('{', 400) + "x" + new string('}', 400), isDisplayed: false));
        Assert.Null(Formula.Read(string.Concat(Enumerable.Repeat(@"\sqrt", 190)) + "x", isDisplayed: false));
        Assert.Null(Formula.Read(new string('x', 1001), isDisplayed: false));
    }

    [Theory]
    [InlineData(@"<script>alert(1)</script>")]
    [InlineData(@"x_{<img src=x onerror=alert(1)>}")]
    [InlineData(@"\text{<b onclick='x'>&amp;}")]
    [InlineData(@"\mathbf{x}\operatorname{""><script>}")]
    [InlineData(@"\left< a \right> "" '")]
    public void A_formula_is_never_markup_of_its_authors(string source)
    {
        foreach (var piece in Formula.Read(source, isDisplayed: false)!.Pieces(ProseStyle.None).Where(p => p.IsMarkup))
        {
            var element = XElement.Parse(piece.Text == "<wbr>" ? "<wbr/>" : piece.Text);
            string[] known = ["math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "msub", "msup", "wbr"];
            Assert.All(element.DescendantsAndSelf(), e => Assert.Contains(e.Name.LocalName, known));
            Assert.All(element.DescendantsAndSelf().Attributes(), a => Assert.Contains(a.Name.LocalName, (string[])["alttext", "lspace", "rspace", "stretchy", "width", "mathvariant"]));
        }
    }

    [Fact]
    public void Numbers_signs_and_words_are_set_as_text()
    {
        Assert.Equal([new ProsePiece("×")], Formula.Read(@"\times", false)!.Pieces(ProseStyle.None));
        Assert.Equal("≈40×", Text(@"\approx 40\times"));
        Assert.Equal("224\u202F×\u202F224", Text(@"224 \times 224"));
        Assert.Equal([new ProsePiece("DR", ProseStyle.Bold)], Formula.Read(@"\textbf{DR}", false)!.Pieces(ProseStyle.None));
        Assert.Equal([new ProsePiece("3", ProseStyle.Raised)], Formula.Read("^3", false)!.Pieces(ProseStyle.None));

        static string Text(string source) => string.Concat(Formula.Read(source, false)!.Pieces(ProseStyle.None).Select(p => p.Text));
    }

    [Fact]
    public void A_formula_wider_than_a_phone_may_be_broken_behind_its_relations()
    {
        var pieces = Formula.Read(@"L(a,b) = aaaaaaaaaaaa + bbbbbbbbbbbbbbb \leq c + ddddddddddd", false)!.Pieces(ProseStyle.None).ToList();

        Assert.Equal(2, pieces.Count(p => p.Text == "<wbr>") - 1);
        Assert.DoesNotContain(Formula.Read("a = b", false)!.Pieces(ProseStyle.None), p => p.Text == "<wbr>");
    }

    [Fact]
    public void A_letter_alone_is_slanted_by_the_browser_and_a_capital_of_greek_is_not()
    {
        Assert.Equal("<math><mi>α</mi></math>", Assert.Single(Formula.Read("α", false)!.Pieces(ProseStyle.None)).Text);
        Assert.Equal("<math><mi mathvariant=\"normal\">Γ</mi></math>", Assert.Single(Formula.Read(@"\Gamma", false)!.Pieces(ProseStyle.None)).Text);
        Assert.Contains("<mi>&#119974;</mi>", Assert.Single(Formula.Read(@"\mathcal{K}", false)!.Pieces(ProseStyle.None)).Text);
    }
}
