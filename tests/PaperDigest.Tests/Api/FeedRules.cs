using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace PaperDigest.Tests.Api;

/// <summary>What the specifications of feeds demand of every one, checked on what was sent.</summary>
internal static class FeedRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RFC 4287, sections 3.3, 4.1 and 4.2; returns the entries' ids.</summary>
    public static IReadOnlyList<string> AtomIds(string feed, string self)
    {
        var root = XDocument.Parse(feed).Root!;
        Assert.Equal(Atom + "feed", root.Name);
        foreach (var one in (string[])["id", "title", "updated"]) Assert.Single(root.Elements(Atom + one));
        Assert.Single(root.Elements(Atom + "author"));
        Assert.EndsWith(self, Link(root, "self"), StringComparison.Ordinal);
        var entries = root.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            foreach (var one in (string[])["id", "title", "updated", "published", "summary"]) Assert.Single(entry.Elements(Atom + one));
            Assert.NotEmpty(entry.Elements(Atom + "author"));
            Assert.All(entry.Elements(Atom + "author"), author => Assert.Single(author.Elements(Atom + "name")));
            Assert.Single(entry.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "alternate");
        }
        Assert.All(root.Descendants(Atom + "link"), link => Assert.True(Uri.TryCreate((string?)link.Attribute("href"), UriKind.Absolute, out _)));
        Assert.All(root.Descendants(Atom + "id"), id => Assert.True(Uri.TryCreate(id.Value, UriKind.Absolute, out _)));
        Assert.All(root.Descendants().Where(e => e.Name.LocalName is "updated" or "published"), e => Rfc3339(e.Value));
        return Different(entries.Select(e => e.Element(Atom + "id")!.Value));
    }

    /// <summary>The RSS Board's 2.0.11, with what its profile recommends; returns the items' ids.</summary>
    public static IReadOnlyList<string> RssIds(string feed, string self)
    {
        var root = XDocument.Parse(feed).Root!;
        Assert.Equal("2.0", (string?)root.Attribute("version"));
        var channel = Assert.Single(root.Elements());
        foreach (var one in (string[])["title", "link", "description", "lastBuildDate"]) Assert.Single(channel.Elements(one));
        Assert.EndsWith(self, (string?)channel.Element(Atom + "link")!.Attribute("href"), StringComparison.Ordinal);
        var items = channel.Elements("item").ToList();
        foreach (var item in items)
        {
            foreach (var one in (string[])["title", "link", "guid", "pubDate", "description"]) Assert.Single(item.Elements(one));
            Assert.True(Uri.TryCreate(item.Element("link")!.Value, UriKind.Absolute, out _));
            Assert.Equal("false", (string?)item.Element("guid")!.Attribute("isPermaLink"));
        }
        Assert.All(root.Descendants().Where(e => e.Name.LocalName is "pubDate" or "lastBuildDate"), e =>
            Assert.True(DateTimeOffset.TryParseExact(e.Value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), e.Value));
        return Different(items.Select(i => i.Element("guid")!.Value));
    }

    /// <summary>jsonfeed.org, version 1.1; returns the items' ids.</summary>
    public static IReadOnlyList<string> JsonIds(string feed, string self)
    {
        using var document = JsonDocument.Parse(feed);
        var root = document.RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", root.GetProperty("version").GetString());
        Assert.NotEqual("", root.GetProperty("title").GetString());
        Assert.EndsWith(self, root.GetProperty("feed_url").GetString(), StringComparison.Ordinal);
        var items = root.GetProperty("items").EnumerateArray().ToList();
        foreach (var item in items)
        {
            Assert.True(Uri.TryCreate(item.GetProperty("url").GetString(), UriKind.Absolute, out _));
            Assert.Equal(JsonValueKind.String, item.GetProperty("content_html").ValueKind);
            Assert.All(item.GetProperty("authors").EnumerateArray(), a => Assert.NotEqual("", a.GetProperty("name").GetString()));
            Rfc3339(item.GetProperty("date_published").GetString()!);
            Rfc3339(item.GetProperty("date_modified").GetString()!);
        }
        return Different(items.Select(i => i.GetProperty("id").GetString()!));
    }

    private static string Link(XElement of, string relation) =>
        (string)of.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == relation).Attribute("href")!;

    private static void Rfc3339(string instant) =>
        Assert.True(DateTimeOffset.TryParseExact(instant, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), instant);

    private static List<string> Different(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        Assert.Equal(all.Distinct(), all);
        return all;
    }
}
