using System.Text;
using System.Text.Json;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>A paper as schema.org describes it, to stand in its page.</summary>
internal static class ScholarlyArticle
{
    /// <summary>A block of data; the writer's usual encoding leaves no character in it that could end the element.</summary>
    public static string Script(PaperFacts facts, string page)
    {
        var paper = facts.Paper;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "ScholarlyArticle");
            json.WriteString("headline", Prose.Plain(paper.Title));
            json.WriteString("url", page);
            json.WriteString("sameAs", PaperLinks.Abstract(paper.ArxivId));
            json.WriteString("identifier", "arXiv:" + paper.ArxivId);
            json.WriteString("datePublished", DayWords.Iso(paper.FirstListed));
            json.WriteString("abstract", facts.Text);
            json.WriteStartArray("author");
            foreach (var name in FeedText.Authors(facts))
            {
                json.WriteStartObject();
                json.WriteString("@type", CitedName.Of(name).IsWhole ? "Organization" : "Person");
                json.WriteString("name", name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return $"<script type=\"application/ld+json\">{Encoding.UTF8.GetString(bytes.ToArray())}</script>";
    }
}
