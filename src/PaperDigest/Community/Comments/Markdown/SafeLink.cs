using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace PaperDigest.Community;

/// <summary>Where a commenter's link may lead: to the web or to an address, by its whole name.</summary>
internal static class SafeLink
{
    /// <summary>The address as it goes into a page; null for anything but http, https and mailto.</summary>
    public static string? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme is "mailto" || (url.Scheme is "http" or "https" && url.Host.Length > 0)) ? url.AbsoluteUri : null;

    /// <summary>Whether it stands within a link: a page has no link in a link.</summary>
    public static bool IsWithinOne(Inline inline)
    {
        for (var around = inline.Parent; around is not null; around = around.Parent)
        {
            if (around is LinkInline) return true;
        }
        return false;
    }

    /// <summary>Begins a link that search engines are told not to count, and whose site is told nothing; false when it may not be one.</summary>
    public static bool Open(HtmlRenderer renderer, string? address)
    {
        if (Of(address) is not { } safe) return false;
        renderer.Write("<a href=\"").WriteEscape(safe).Write("\" rel=\"nofollow ugc noopener\">");
        return true;
    }
}

/// <summary>Writes links, and images as links to them: nothing is loaded from elsewhere.</summary>
internal sealed class LinkWriter : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var isLink = !SafeLink.IsWithinOne(link) && SafeLink.Open(renderer, link.GetDynamicUrl?.Invoke() ?? link.Url);
        if (link.IsImage && link.FirstChild is null) renderer.Write("image");
        renderer.WriteChildren(link);
        if (isLink) renderer.Write("</a>");
    }
}

/// <summary>Writes addresses in angle brackets.</summary>
internal sealed class AutolinkWriter : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var isLink = !SafeLink.IsWithinOne(link) && SafeLink.Open(renderer, (link.IsEmail ? "mailto:" : "") + link.Url);
        renderer.WriteEscape(link.Url);
        if (isLink) renderer.Write("</a>");
    }
}
