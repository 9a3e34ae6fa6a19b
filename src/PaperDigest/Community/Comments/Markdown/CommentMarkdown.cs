using System.Net;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace PaperDigest.Community;

/// <summary>
/// Markdown as people may write it here, and its HTML. What comes out holds no tag and no attribute but those that the renderers
/// in this folder and Markdig's for paragraphs, lists, quotes, code and emphasis write: raw HTML is text, images are links, and
/// headings are bold lines, because a page has one outline and it is not the commenter's.
/// </summary>
internal static class CommentMarkdown
{
    /// <summary>Quotes and lists within each other; what is nested deeper is a joke or an attack.</summary>
    private const int MostNested = 64;

    private const int MostMentions = 10;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>The HTML of a comment. Only names whose key is in <paramref name="mentions"/> become links to people.</summary>
    public static string ToHtml(string body, IReadOnlyCollection<string> mentions) =>
        // The beginning of a comment may be nested as the whole is not: it then stands as it was typed.
        Written(body, mentions) ?? $"<pre>{WebUtility.HtmlEncode(body)}</pre>";

    /// <summary>The keys of the first names that <paramref name="body"/> mentions, in code and formulas none.</summary>
    public static string[] MentionsIn(string body) =>
    [
        .. Markdig.Markdown.Parse(body, Pipeline).Descendants().OfType<MentionInline>().Select(m => m.Key)
            .Distinct(StringComparer.Ordinal).Take(MostMentions),
    ];

    /// <summary>Whether it can be shown; not when it is nested beyond all use.</summary>
    public static bool IsReadable(string body) => Written(body, []) is not null;

    private static string? Written(string body, IReadOnlyCollection<string> mentions)
    {
        using var text = new StringWriter();
        try
        {
            Renderer(text, mentions).Render(Markdig.Markdown.Parse(body, Pipeline));
            return text.ToString();
        }
        catch (Exception e) when (e is ArgumentException or InsufficientExecutionStackException)
        {
            // Markdig's way to say that it is nested too deeply.
            return null;
        }
    }

    private static HtmlRenderer Renderer(StringWriter text, IReadOnlyCollection<string> mentions)
    {
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        var renderers = renderer.ObjectRenderers;
        renderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkWriter());
        renderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AutolinkWriter());
        renderers.ReplaceOrAdd<HeadingRenderer>(new HeadingWriter());
        renderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new FormulaWriter());
        renderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new FormulaBlockWriter());
        renderers.Add(new MentionWriter(mentions));
        return renderer;
    }

    // No tables: two thousand columns over rows of one sign took Markdig half a minute.
    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MostNested }
            .DisableHtml()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseMathematics();
        builder.InlineParsers.Add(new MentionParser());
        return builder.Build();
    }
}
