using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Schrödinger's Cat", "schrodinger cat")]
    [InlineData("fine-tuning", "fine tuning +finetuning")]
    [InlineData("GPT-4 and GPT-3.5", "gpt 4 +gpt4 and gpt 3.5 +gpt3.5")]
    [InlineData("C++, C# or F#?", "c++ c# or f# .")]
    [InlineData("state-of-the-art", "state of the art +stateoftheart")]
    [InlineData("pass@1, R&D, max_pool", "pass 1 +pass1 r d +rd max pool +maxpool")]
    [InlineData("1,000 images don’t lie", "1000 images dont lie")]
    [InlineData("One. Two! 3.5", "one . two . 3.5")]
    [InlineData("e.g. a/b -- c", "e g . a b c")]
    [InlineData("ŁUKASIEWICZ ﬁnds Straße", "lukasiewicz finds strasse")]
    [InlineData("", "")]
    [InlineData("$ \\ {} -- ' \ud800", "")]
    public void Words_are_cut_as_people_look_them_up(string text, string words) => Assert.Equal(words, Cut(text));

    [Theory]
    [InlineData(@"the $\ell_2$ norm", "the l2 norm")]
    [InlineData(@"a $\beta$-VAE", "a beta vae +betavae")]
    [InlineData("a β-VAE", "a beta vae +betavae")]
    [InlineData(@"\emph{really} \textbf{new}", "really new")]
    [InlineData(@"in $O(n \log n)$ time", "in o n log n time")]
    [InlineData(@"$\alpha\beta$ costs 5\% of \$10", "alpha beta costs 5 of 10")]
    [InlineData(@"Erd\H{o}s and Poincar\'e", "erdos and poincare")]
    public void TeX_is_read_as_one_would_say_it(string text, string words) => Assert.Equal(words, Cut(text));

    [Fact]
    public void A_web_address_or_a_whole_book_without_blanks_is_no_word()
    {
        Assert.Equal("", Cut(new string('x', 100_000)));
        Assert.Equal("a b", Cut($"a {new string('y', 49)} b"));
    }

    private static string Cut(string text)
    {
        var tokenizer = new Tokenizer();
        return string.Join(' ', tokenizer.Cut(text).Select(t => t.EndsSentence ? "." : $"{(t.Joined ? "+" : "")}{tokenizer.Letters(t)}"));
    }
}
