using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue.Mathematics;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Nothing to do", "Nothing to do")]
    [InlineData("An $O(n^2)$ method", "An O(n²) method")]
    [InlineData(@"An \(α\)-stable \[x\] law and $$y$$", "An α-stable x law and y")]
    [InlineData("It costs $5 and $6 a day", "It costs $5 and $6 a day")]
    [InlineData("From $10-$20 to $0.2 with $x$ more", "From $10-$20 to $0.2 with x more")]
    [InlineData(@"Only \$5, or $", "Only $5, or $")]
    [InlineData(@"A $\ours{x}$ macro and $y$", @"A $\ours{x}$ macro and y")]
    [InlineData(@"\textbf{Bold \emph{and slanted}} words", "Bold and slanted words")]
    [InlineData(@"{\em Old} style, {braces} kept", "Old style, {braces} kept")]
    [InlineData(@"\href{https://example.org/a_b}{our page} and \url{https://example.org}", "our page and https://example.org")]
    [InlineData("``Quoted'' words", "“Quoted” words")]
    [InlineData(@"A \method that \cite{someone} made, 10\times", @"A \method that \cite{someone} made, 10×")]
    [InlineData(@"\textbf{never closed", @"\textbf{never closed")]
    [InlineData(@"$\text{M$^3$Net}$ and $a$", "M³Net and a")]
    public void Titles_read_as_lines_of_characters(string text, string reading) => Assert.Equal(reading, Prose.Plain(text));

    [Fact]
    public void Words_keep_how_they_are_set_off()
    {
        Assert.Equal([new("A "), new("bold", ProseStyle.Bold), new(" word")], Prose.Of(@"A \textbf{bold} word"));
        Assert.Equal([new("x", ProseStyle.Bold | ProseStyle.Emphasis)], Prose.Of(@"\textbf{\emph{x}}"));
        Assert.Equal([new("code", ProseStyle.None, "https://example.org/")], Prose.Of(@"\href{https://example.org}{code}"));
    }

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\url{data:text/html,x}")]
    [InlineData(@"$\href{javascript:alert(1)}{x}$")]
    [InlineData(@"\href{/admin}{x}")]
    public void An_address_is_of_the_web_or_none(string text) => Assert.All(Prose.Of(text), p => Assert.Null(p.Address));

    [Fact]
    public void Hostile_texts_end_soon_and_lose_nothing()
    {
        foreach (var part in (string[])["$", @"\", "{", "}", "``", @"\textbf{", @"\(", "$$", "{\\em ", @"$\frac", "\\href{"])
        {
            var text = string.Concat(Enumerable.Repeat(part, 2000 / part.Length));
            Assert.NotEmpty(Prose.Of(text));
            Assert.NotEmpty(Prose.Plain("x" + text));
        }
        Assert.Equal("<script>alert(1)</script>", Assert.Single(Prose.Of("<script>alert(1)</script>")).Text);
    }
}
