using System.Diagnostics;
using System.Text;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

/// <summary>What holds for any text, tried on texts put together at random from what the parsers look for. The same ones in every run.</summary>
public sealed class HostileTextTests
{
    private const int Seed = 20261121;

    private static readonly string[] Pieces =
    [
        "\\", "\\\\", "{", "}", "{}", "$", "$$", "\\$", "\\(", "\\)", "\\[", "\\]", "\\%", "\\&", "\\_", "\\'", "\\\"", "\\^", "\\~", "\\`", "\\=", "\\.",
        "\\v", "\\c", "\\c ", "\\u ", "\\H", "\\d", "\\b", "\\k{", "\\i", "\\j", "\\ss", "\\o", "\\aa ", "\\alpha", "\\Omega ", "\\deg", "{\\deg}", "\\textbf{", "\\vec ",
        "a", "e", "o", "s", "t", "Z", "é", "ê", "ı", "ß", "Ω", "\u0301", "\u0323", "日", "\U0001F600", "\uD83D", "\uDE00", "0", "7", "^", "_", "~",
        " ", "  ", "\n", "\n  ", "\r\n", "\t", "\u00A0", "\u2029", "\0", "\u0007", "\u000B", "\u0085", "\u009F", "\u200B", "\u202E", "\uFEFF", "\uFFFF", "\U000E0041",
        ",", ", ", ":", ": ", "(", ")", "(1)", "(1,2)", " ((1) ", " (2) ", " and ", "and ", " & ", ";", ".", ". ", "-", "'", "\"", "*", "†", "Jr.", "III", "et al", "Ph.D.",
        "Collaboration", "for the ", " Team", "Ã©", "â€™", "Â", "<b>", "&amp;",
    ];

    [Fact]
    public void Any_text_has_its_form_and_keeps_it()
    {
        foreach (var text in Texts(30_000))
        {
            AssertSound(text, ArxivText.Line, isLine: true);
            AssertSound(text, ArxivText.Paragraphs, isLine: false);
            AssertSound(text, ArxivText.Names, isLine: true);
        }
    }

    [Fact]
    public void Any_line_of_authors_gives_names_that_stay_as_they_are()
    {
        foreach (var text in Texts(30_000))
        {
            var credits = AuthorList.OfLine(text);
            Assert.All(credits.Names, name => Assert.True(name == ":" || name.Any(char.IsLetterOrDigit), $"{Escaped(text)} gave '{name}'"));
            Assert.True(credits.Affiliations is null || credits.Affiliations.Count == credits.Names.Count, Escaped(text));
            var again = AuthorList.OfNames(credits.Names).Names;
            Assert.True(credits.Names.SequenceEqual(again), $"{Escaped(text)} gave {string.Join('|', credits.Names)}, then {string.Join('|', again)}");
        }
    }

    [Theory]
    [InlineData("\\(")]
    [InlineData("\\[")]
    [InlineData("$$\\$")]
    [InlineData("{")]
    [InlineData("{é")]
    [InlineData("{é}")]
    [InlineData("\\v{")]
    [InlineData("\\'")]
    [InlineData("\\'é")]
    [InlineData("\\textbfé")]
    [InlineData("\\a{é}")]
    [InlineData("\\alpha")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(1)")]
    [InlineData("a (1), ")]
    [InlineData("(1) a, ")]
    [InlineData("a, Jr., ")]
    [InlineData(" and")]
    [InlineData("and ")]
    [InlineData("a:")]
    [InlineData("a.")]
    [InlineData("1,")]
    [InlineData("\n ")]
    [InlineData("\u200B")]
    [InlineData("a\u0301\u0323")]
    [InlineData("Ã")]
    public void Long_and_repetitive_text_takes_time_in_proportion(string piece)
    {
        // Where work grew with the square of the length, half a million characters would take minutes.
        var text = string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        ArxivText.Line(text);
        ArxivText.Paragraphs(text);
        ArxivText.Note(text);
        AuthorList.OfLine(text);
        AuthorList.OfLine($"Ada Byron ({text})");
        AuthorList.OfLine($"Ada Byron (1) ((1) {text}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed}.");
    }

    private static void AssertSound(string text, Func<string?, string> form, bool isLine)
    {
        var once = form(text);
        Assert.True(once.IsNormalized(NormalizationForm.FormC), Escaped(text));
        Assert.False(once.Any(c => char.IsControl(c) && (isLine || c != '\n')), Escaped(text));
        Assert.DoesNotContain("  ", once, StringComparison.Ordinal);
        Assert.Equal(once.Trim(), once);
        Assert.True(form(once) == once, $"{Escaped(text)} gave {Escaped(once)}, then {Escaped(form(once))}");
    }

    private static IEnumerable<string> Texts(int count)
    {
        var random = new Random(Seed);
        for (var n = 0; n < count; n++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));
}
