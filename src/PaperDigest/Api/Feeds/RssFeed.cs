using System.Globalization;
using System.Xml;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>A list as an RSS 2.0 feed, with authors in Dublin Core (RSS's own author is an e-mail address) and Atom's link to itself.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(PaperList list, SiteOptions site) => XmlDocumentBytes.Of(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteStartElement("channel");
        Text(xml, "title", FeedText.Title(list, site));
        Text(xml, "link", site.Link(list.Page));
        Text(xml, "description", FeedText.State(list));
        Text(xml, "language", "en");
        Text(xml, "lastBuildDate", Instant(FeedText.Updated(list)));
        Text(xml, "generator", FeedText.Generator);
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", ListForms.Rss);
        xml.WriteAttributeString("href", FeedText.Address(list, site, "/papers.rss"));
        xml.WriteEndElement();
        foreach (var paper in list.Papers) Item(xml, paper, site);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void Item(XmlWriter xml, PaperFacts facts, SiteOptions site)
    {
        xml.WriteStartElement("item");
        Text(xml, "title", Prose.Plain(facts.Paper.Title));
        Text(xml, "link", FeedText.Page(facts, site));
        xml.WriteStartElement("guid");
        // It is an address, but not the one to open: that is the link.
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedText.Id(facts));
        xml.WriteEndElement();
        Text(xml, "pubDate", Instant(facts.Announced));
        foreach (var name in FeedText.Authors(facts)) xml.WriteElementString("dc", "creator", DublinCore, XmlText.Of(name));
        foreach (var category in facts.Paper.Categories) Text(xml, "category", category);
        Text(xml, "description", FeedText.Html(facts));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, XmlText.Of(text));

    /// <summary>RFC 822 with the year in full, as RSS asks for.</summary>
    private static string Instant(DateTimeOffset instant) => instant.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
