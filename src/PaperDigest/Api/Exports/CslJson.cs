using System.Text.Json;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>Papers as CSL-JSON, which Zotero, Pandoc and citation processors read.</summary>
internal static class CslJson
{
    public static byte[] Write(IEnumerable<PaperFacts> papers) => JsonBytes.Of(json =>
    {
        json.WriteStartArray();
        foreach (var paper in papers) Item(json, paper);
        json.WriteEndArray();
    });

    private static void Item(Utf8JsonWriter json, PaperFacts facts)
    {
        var paper = facts.Paper;
        json.WriteStartObject();
        json.WriteString("id", BibTex.Key(facts));
        json.WriteString("type", "article");
        json.WriteString("title", paper.Title);
        json.WriteStartArray("author");
        foreach (var name in paper.Authors) Author(json, CitedName.Of(name));
        json.WriteEndArray();
        Issued(json, paper.SubmittedAt is { } submitted ? DateOnly.FromDateTime(submitted.UtcDateTime) : paper.FirstListed);
        json.WriteString("publisher", "arXiv");
        json.WriteString("number", "arXiv:" + paper.ArxivId);
        json.WriteString("DOI", facts.Doi);
        json.WriteString("URL", PaperLinks.Abstract(paper.ArxivId));
        if (paper.Abstract.Length > 0) json.WriteString("abstract", paper.Abstract);
        if (paper.Comments is not null) json.WriteString("note", paper.Comments);
        json.WriteString("keyword", string.Join(", ", [.. paper.Categories, .. facts.Kept?.Tags ?? []]));
        if (facts.Kept?.Note is { } words) json.WriteString("annote", words);
        json.WriteEndObject();
    }

    private static void Author(Utf8JsonWriter json, CitedName name)
    {
        json.WriteStartObject();
        if (name.IsWhole) json.WriteString("literal", name.Family);
        else
        {
            json.WriteString("family", name.Family);
            json.WriteString("given", name.Given);
            if (name.Suffix.Length > 0) json.WriteString("suffix", name.Suffix);
        }
        json.WriteEndObject();
    }

    private static void Issued(Utf8JsonWriter json, DateOnly day)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        foreach (var part in (int[])[day.Year, day.Month, day.Day]) json.WriteNumberValue(part);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
