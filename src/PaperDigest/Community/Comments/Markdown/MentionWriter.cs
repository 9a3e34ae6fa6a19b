using Markdig.Renderers;
using Markdig.Renderers.Html;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>Writes a mention as a link to the person, where there is one; within a link it stays text.</summary>
internal sealed class MentionWriter(IReadOnlyCollection<string> known) : HtmlObjectRenderer<MentionInline>
{
    protected override void Write(HtmlRenderer renderer, MentionInline mention)
    {
        var isLink = known.Contains(mention.Key) && !SafeLink.IsWithinOne(mention);
        if (isLink) renderer.Write("<a href=\"").WriteEscape(PublicPerson.PathOf(mention.Name)).Write("\">");
        renderer.Write('@').WriteEscape(mention.Name);
        if (isLink) renderer.Write("</a>");
    }
}
