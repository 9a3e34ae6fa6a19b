using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("one two three", "one two three", "one two three")]
    [InlineData("one two  three", "one\n\ntwo three", "one two three")]
    [InlineData("one two three", "one 2 three", "one [-two-] [+2+] three")]
    [InlineData("one two", "one two three four", "one two [+three four+]")]
    [InlineData("one two three four", "two four", "[-one-] two [-three-] four")]
    [InlineData("", "one", "[+one+]")]
    [InlineData("one", "", "[-one-]")]
    [InlineData("a b a b", "b a b a", "[-a-] b a b [+a+]")]
    [InlineData("", "", "")]
    public void Words_stay_go_or_come(string before, string after, string marked) => Assert.Equal(marked, Marked(WordDiff.Of(before, after)));

    [Fact]
    public void Texts_that_are_very_long_are_replaced_whole_between_what_they_share()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 5000)), string.Join(' ', Enumerable.Range(5000, 5000)));
        Assert.Equal(["start", before, after, "end"], WordDiff.Of($"start {before} end", $"start {after} end").Select(p => p.Text));
    }

    private static string Marked(IEnumerable<DiffPart> parts) => string.Join(' ', parts.Select(p => p.Kind switch
    {
        DiffKind.Removed => $"[-{p.Text}-]",
        DiffKind.Added => $"[+{p.Text}+]",
        _ => p.Text,
    }));
}
