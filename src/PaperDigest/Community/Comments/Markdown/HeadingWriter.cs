using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PaperDigest.Community;

/// <summary>Writes a heading as a bold line.</summary>
internal sealed class HeadingWriter : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        renderer.EnsureLine();
        renderer.Write("<p><strong>").WriteLeafInline(heading).Write("</strong></p>");
        renderer.EnsureLine();
    }
}
