using System.Text.Json;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>A list as a JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static byte[] Write(PaperList list, SiteOptions site) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", FeedText.Title(list, site));
        json.WriteString("description", FeedText.State(list));
        json.WriteString("language", "en");
        json.WriteString("home_page_url", site.Link(list.Page));
        json.WriteString("feed_url", FeedText.Address(list, site, "/papers.json"));
        json.WriteStartArray("items");
        foreach (var paper in list.Papers) Item(json, paper, site);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Item(Utf8JsonWriter json, PaperFacts facts, SiteOptions site)
    {
        json.WriteStartObject();
        json.WriteString("id", FeedText.Id(facts));
        json.WriteString("url", FeedText.Page(facts, site));
        json.WriteString("external_url", PaperLinks.Abstract(facts.Paper.ArxivId));
        json.WriteString("title", Prose.Plain(facts.Paper.Title));
        json.WriteString("content_html", FeedText.Html(facts));
        json.WriteString("date_published", FeedText.Instant(facts.Announced));
        json.WriteString("date_modified", FeedText.Instant(facts.Updated));
        json.WriteStartArray("authors");
        foreach (var name in FeedText.Authors(facts))
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("tags");
        foreach (var category in facts.Paper.Categories) json.WriteStringValue(category);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
