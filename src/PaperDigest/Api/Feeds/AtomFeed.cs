using System.Xml;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>A list as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string ArxivScheme = "http://arxiv.org/schemas/atom";

    public static byte[] Write(PaperList list, SiteOptions site) => XmlDocumentBytes.Of(xml =>
    {
        var self = FeedText.Address(list, site, "/papers.atom");
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, "en");
        Text(xml, "id", self);
        Text(xml, "title", FeedText.Title(list, site));
        Text(xml, "subtitle", FeedText.State(list));
        Text(xml, "updated", FeedText.Instant(FeedText.Updated(list)));
        Link(xml, "self", self, ListForms.Atom);
        Link(xml, "alternate", site.Link(list.Page), "text/html");
        // Whose papers have no author named are by the site, as far as a feed can tell: Atom wants one.
        xml.WriteStartElement("author", Namespace);
        Text(xml, "name", site.Name);
        xml.WriteEndElement();
        Text(xml, "generator", FeedText.Generator);
        foreach (var paper in list.Papers) Entry(xml, paper, site);
        xml.WriteEndElement();
    });

    private static void Entry(XmlWriter xml, PaperFacts facts, SiteOptions site)
    {
        var paper = facts.Paper;
        xml.WriteStartElement("entry", Namespace);
        Text(xml, "id", FeedText.Id(facts));
        Text(xml, "title", Prose.Plain(paper.Title));
        Text(xml, "published", FeedText.Instant(facts.Announced));
        Text(xml, "updated", FeedText.Instant(facts.Updated));
        Link(xml, "alternate", FeedText.Page(facts, site), "text/html");
        Link(xml, "related", PaperLinks.Abstract(paper.ArxivId), "text/html");
        Link(xml, "related", PaperLinks.Pdf(paper.ArxivId), "application/pdf");
        foreach (var name in FeedText.Authors(facts))
        {
            xml.WriteStartElement("author", Namespace);
            Text(xml, "name", name);
            xml.WriteEndElement();
        }
        foreach (var category in paper.Categories) Category(xml, category);
        xml.WriteStartElement("summary", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(XmlText.Of(FeedText.Html(facts)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Category(XmlWriter xml, string category)
    {
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", category);
        xml.WriteAttributeString("scheme", ArxivScheme);
        if (CategoryNames.Of(category) is { } name) xml.WriteAttributeString("label", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, XmlText.Of(text));
}
