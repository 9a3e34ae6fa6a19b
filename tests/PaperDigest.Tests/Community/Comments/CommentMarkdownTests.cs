using System.Diagnostics;
using System.Text.RegularExpressions;
using PaperDigest.Community;

namespace PaperDigest.Tests.Community;

public sealed partial class CommentMarkdownTests
{
    [Theory]
    [InlineData("*a* **b** ~~c~~ `d`", "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>")]
    [InlineData("# Loud\n\ntext", "<p><strong>Loud</strong></p>\n<p>text</p>")]
    [InlineData("Loud\n====", "<p><strong>Loud</strong></p>")]
    [InlineData("[a](https://example.org/x?y=1&z=2)", "<p><a href=\"https://example.org/x?y=1&amp;z=2\" rel=\"nofollow ugc noopener\">a</a></p>")]
    [InlineData("see https://example.org/.", "<p>see <a href=\"https://example.org/\" rel=\"nofollow ugc noopener\">https://example.org/</a>.</p>")]
    [InlineData("<me@example.org>", "<p><a href=\"mailto:me@example.org\" rel=\"nofollow ugc noopener\">me@example.org</a></p>")]
    [InlineData("![a plot](https://example.org/plot.png)", "<p><a href=\"https://example.org/plot.png\" rel=\"nofollow ugc noopener\">a plot</a></p>")]
    [InlineData("![](https://example.org/plot.png)", "<p><a href=\"https://example.org/plot.png\" rel=\"nofollow ugc noopener\">image</a></p>")]
    [InlineData("| a |\n|---|", "<p>| a |\n|---|</p>")]
    [InlineData("so $\\alpha$ holds", "<p>so <math><mi>α</mi></math> holds</p>")]
    [InlineData("$\\nosuchcommand{x}_y$", "<p><code>$\\nosuchcommand{x}_y$</code></p>")]
    [InlineData("- [ ] not a box", "<ul>\n<li>[ ] not a box</li>\n</ul>")]
    public void It_writes_what_markdown_means(string body, string html) => Assert.Equal(html, CommentMarkdown.ToHtml(body, []).Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("a <b onclick=x>c</b>", "&lt;b onclick=x&gt;")]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img")]
    [InlineData("<!-- --><svg onload=alert(1)>", "&lt;svg")]
    [InlineData("[a](javascript:alert(1))", "a")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "a")]
    [InlineData("[a](&#106;avascript:alert(1))", "a")]
    [InlineData("[a](java\tscript:alert(1))", "a")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)", "a")]
    [InlineData("[a](vbscript:x)", "a")]
    [InlineData("[a](file:///etc/passwd)", "a")]
    [InlineData("[a](//elsewhere.example/x)", "a")]
    [InlineData("[a](/signout)", "a")]
    [InlineData("[a](#main)", "a")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("ftp://example.org/x", "ftp://example.org/x")]
    [InlineData("[a](https://example.org/\"onmouseover=\"alert(1))", "a")]
    [InlineData("[a](https://example.org 'a title\" onclick=\"x')", "a")]
    [InlineData("```\" onclick=\"alert(1)\nx\n```", "x")]
    [InlineData("```js onclick=alert(1)\nx\n```", "x")]
    [InlineData("[![a](https://example.org/a.png)](javascript:alert(1))", "a")]
    [InlineData("[a [b](https://example.org/b) c](https://example.org/a)", "b")]
    [InlineData("a {onclick=alert(1)}\n{#main .top style=color:red}", "{onclick=alert(1)}")]
    [InlineData("$<script>alert(1)</script>$", "script")]
    [InlineData("$\\href{javascript:alert(1)}{a}$", "a")]
    [InlineData("$\\text{<img src=x onerror=alert(1)>}$", "img")]
    [InlineData("$$\n<script>alert(1)</script>\n$$", "script")]
    [InlineData("| <script> | [a](javascript:x) |\n|---|---|\n| <b> | c |", "&lt;script&gt;")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]", "a")]
    [InlineData("@<script>", "@&lt;script&gt;")]
    [InlineData("&lt;script&gt;&#60;script&#62;", "&lt;script&gt;&lt;script&gt;")]
    public void Nothing_hostile_survives(string body, string kept)
    {
        var html = CommentMarkdown.ToHtml(body, ["script"]);
        Assert.Contains(kept, html, StringComparison.Ordinal);
        IsHarmless(html);
    }

    public static TheoryData<string, string> Floods => new()
    {
        { "quotes in quotes", new string('>', 60_000) },
        { "quotes with text", string.Concat(Enumerable.Repeat("> ", 30_000)) + "a" },
        { "lists in lists", string.Concat(Enumerable.Range(0, 350).Select(n => new string(' ', n) + "- a\n")) },
        { "list signs", string.Concat(Enumerable.Repeat("- ", 30_000)) + "a" },
        { "brackets", new string('[', 60_000) },
        { "brackets both", new string('[', 30_000) + "a" + new string(']', 30_000) },
        { "link openings", string.Concat(Enumerable.Repeat("[a](", 15_000)) },
        { "links in links", string.Concat(Enumerable.Repeat("[", 10_000)) + "a" + string.Concat(Enumerable.Repeat("](https://a.example)", 2_500)) },
        { "images", string.Concat(Enumerable.Repeat("![", 30_000)) },
        { "backticks", new string('`', 60_000) },
        { "backtick runs", string.Concat(Enumerable.Range(1, 340).Select(n => "a" + new string('`', n))) },
        { "stars", new string('*', 60_000) },
        { "stars and words", string.Concat(Enumerable.Repeat("*a **b ", 9_000)) },
        { "stars around words", string.Concat(Enumerable.Repeat("*a_ ", 16_000)) },
        { "underscores", string.Concat(Enumerable.Repeat("_a ", 20_000)) },
        { "tildes", string.Concat(Enumerable.Repeat("~~a ", 15_000)) },
        { "dollars", new string('$', 60_000) },
        { "dollars and words", string.Concat(Enumerable.Repeat("$a ", 20_000)) },
        { "angle brackets", new string('<', 60_000) },
        { "pipes", new string('|', 60_000) },
        { "a wide table", string.Concat(Enumerable.Repeat("|a", 10_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 10_000)) + "\n" + string.Concat(Enumerable.Repeat("|b", 10_000)) },
        { "a long table", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|a|b|\n", 10_000)) },
        { "many rows, wide head", string.Concat(Enumerable.Repeat("|a", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|-", 2_000)) + "\n" + string.Concat(Enumerable.Repeat("|\n", 25_000)) },
        { "pipes on lines", string.Concat(Enumerable.Repeat("a|b\n", 15_000)) },
        { "mentions", string.Concat(Enumerable.Repeat("@ada ", 13_000)) },
        { "at signs", new string('@', 60_000) },
        { "addresses", string.Concat(Enumerable.Repeat("http://a ", 7_000)) },
        { "www", string.Concat(Enumerable.Repeat("www.", 16_000)) },
        { "entities", string.Concat(Enumerable.Repeat("&amp", 15_000)) },
        { "references", string.Concat(Enumerable.Range(0, 3_000).Select(n => $"[a{n}]: /u\n")) + string.Concat(Enumerable.Repeat("[a1]", 5_000)) },
        { "fences", string.Concat(Enumerable.Repeat("```\n", 16_000)) },
        { "backslashes", new string('\\', 60_000) },
        { "headings", string.Concat(Enumerable.Repeat("# a\n", 16_000)) },
        { "underlines", string.Concat(Enumerable.Repeat("a\n=\n", 16_000)) },
        { "blank lines", string.Concat(Enumerable.Repeat("- a\n\n\n", 10_000)) },
        { "one word", new string('a', 65_536) },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_is_refused_or_read_in_a_blink_and_harmless(string what, string body)
    {
        Assert.InRange(body.Length, 1, CommentText.Longest);
        var time = Stopwatch.StartNew();
        if (CommentText.ProblemWith(body) is null)
        {
            Assert.InRange(CommentMarkdown.MentionsIn(body).Length, 0, 10);
            IsHarmless(CommentMarkdown.ToHtml(body, []));
        }
        // A list shows the beginning of what was posted, and that was cut anywhere.
        IsHarmless(CommentMarkdown.ToHtml(body[..Math.Min(body.Length, 4_000)], []));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(2), $"{what}: {time.Elapsed}");
    }

    [Fact]
    public void What_people_do_write_is_not_taken_for_a_flood()
    {
        Assert.Null(CommentText.ProblemWith(string.Concat(Enumerable.Range(1, 60).Select(n => $"as in [{n}] and *seen* by `them`, "))));
        Assert.Null(CommentText.ProblemWith(string.Join("\n", Enumerable.Range(1, 30).Select(n => $"> - a_{n} [b](https://example.org/{n}) $x_{n}^2$"))));
    }

    [Fact]
    public void What_is_made_of_the_pieces_of_attacks_at_random_is_harmless()
    {
        string[] pieces = ["<", ">", "\"", "'", "[", "]", "(", ")", "!", "javascript:", "https://e.example/", "&#x6a;", "`", "```", "*", "_", "~~", "|", "\n", "---", " ", "$", "@ada", "#", "- ", "> ", "\\", "a", "onclick=", "<a href=", "style=", "\t", "{", "}", ":", "<!--", "<![CDATA[", "\u202e", "é"];
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
            IsHarmless(CommentMarkdown.ToHtml(string.Concat(Enumerable.Range(0, 40).Select(_ => pieces[random.Next(pieces.Length)])), ["ada"]));
    }

    [Theory]
    [InlineData("ask @Ada_L-1, please", "ada_l-1")]
    [InlineData("(@ada) and @bob!", "ada bob")]
    [InlineData("@ada @Ada @ADA", "ada")]
    [InlineData("@Émile", "émile")]
    [InlineData("me@ada.org, x@ada, https://a.example/@ada, @a, @@ada", "")]
    [InlineData("`@ada` $@ada$ \\@ada\n\n    @ada", "")]
    public void Names_are_found_where_people_are_meant(string body, string keys) =>
        Assert.Equal(keys, string.Join(' ', CommentMarkdown.MentionsIn(body)));

    [Fact]
    public void Only_somebodys_name_is_a_link() => Assert.Equal(
        "<p><a href=\"/people/Ada\">@Ada</a> and @bob, <a href=\"https://example.org/\" rel=\"nofollow ugc noopener\">by @ada</a></p>",
        CommentMarkdown.ToHtml("@Ada and @bob, [by @ada](https://example.org/)", ["ada"]).Trim());

    [Theory]
    [InlineData("a\r\nb\u0000\u0007\u200bc ", "a\nb\u200bc")]
    [InlineData(" \n ", "")]
    [InlineData(null, "")]
    public void Text_is_kept_without_what_nobody_sees(string? typed, string kept) => Assert.Equal(kept, CommentText.Clean(typed));

    [Fact]
    public void What_is_empty_too_long_or_nested_without_end_is_refused_in_words()
    {
        Assert.Equal("The comment is empty.", CommentText.ProblemWith(""));
        Assert.Contains("65,537", CommentText.ProblemWith(new string('a', 65_537)));
        Assert.Contains("nested", CommentText.ProblemWith(string.Concat(Enumerable.Repeat("> ", 500)) + "a"));
        Assert.Null(CommentText.ProblemWith("> > > a\n\n- b\n  - c\n    - d"));
    }

    /// <summary>Every tag of the page is one that a comment may have, with nothing on it but what our renderers write.</summary>
    private static void IsHarmless(string html)
    {
        var rest = Allowed().Replace(html, "");
        Assert.DoesNotContain('<', rest);
        Assert.DoesNotContain("&#x6a;", rest, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        """</?(p|em|strong|del|code|pre|ul|ol|li|blockquote|b|u|sub|sup)>|</?m[a-z]+( (display|displaystyle|alttext|mathvariant|lspace|rspace|stretchy|width|class|accent|fence|form|minsize|maxsize|linethickness)="[^"<>]*")*/?>|<(br|hr) />|<wbr>|</a>|<ol (start="\d+"|type="[a-zA-Z]")>|<code class="language-[^"<>]*">|"""
        + """<a href="(https?://[^"<>]*|mailto:[^"<>]*)" rel="nofollow ugc noopener">|<a href="/people/[^"<>/]+">""")]
    private static partial Regex Allowed();
}
