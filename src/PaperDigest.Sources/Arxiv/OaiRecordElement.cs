using System.Globalization;
using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>One <c>record</c> element of an OAI-PMH list in the format <c>arXivRaw</c>, read by local names.</summary>
internal sealed class OaiRecordElement(XElement record)
{
    private readonly XElement? header = Child(record, "header");
    private readonly XElement? raw = Child(record, "metadata")?.Elements().FirstOrDefault();

    /// <summary>What to report of a record that can't be read.</summary>
    public RejectedItem Rejected(string reason) =>
        new(reason, ArxivText.Excerpt(HeaderText("identifier") ?? Text("id") ?? record.Value), record.ToString(SaveOptions.DisableFormatting));

    /// <summary>The record, or the reason why the element is none.</summary>
    public (ArxivRecord? Record, string? Reason) Read()
    {
        if (!ArxivId.TryParse(HeaderText("identifier") ?? Text("id"), out var id))
            return (null, "It has no arXiv identifier.");
        if (!DateOnly.TryParseExact(HeaderText("datestamp")?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var stamp))
            return (null, "It has no datestamp.");
        if (header?.Attribute("status")?.Value == "deleted")
            return (new ArxivRecord { Id = id, Datestamp = stamp, IsDeleted = true }, null);
        if (raw is null)
            return (null, "It has no metadata.");
        if (Versions() is not { Count: > 0 } versions)
            return (null, "It has no readable versions.");
        var authors = AuthorList.OfLine(Text("authors"));
        var record = new ArxivRecord
        {
            Id = id,
            Datestamp = stamp,
            Versions = versions,
            Title = ArxivText.Line(Text("title")),
            Abstract = ArxivText.Paragraphs(Text("abstract")),
            Authors = authors.Names,
            Affiliations = authors.Affiliations,
            Categories = ArxivCategory.Canonical((Text("categories") ?? "").Split()),
            Comments = Note("comments"),
            JournalReference = Note("journal-ref"),
            Doi = Note("doi"),
            Licence = Note("license"),
        };
        return record.Title.Length == 0 ? (null, "It has no title.") : record.Categories.Count == 0 ? (null, "It has no category.") : (record, null);
    }

    private List<ArxivVersion>? Versions()
    {
        var versions = new List<ArxivVersion>();
        foreach (var element in raw!.Elements().Where(e => e.Name.LocalName == "version"))
        {
            var number = element.Attribute("version")?.Value.TrimStart('v');
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || !ArxivTimestamp.TryParse(Child(element, "date")?.Value, out var date))
                return null;
            versions.Add(new ArxivVersion(n, date.ToUniversalTime(), Child(element, "source_type")?.Value.Trim()));
        }
        return [.. versions.OrderBy(version => version.Number)];
    }

    private string? Note(string name) => ArxivText.Note(Text(name)) is { Length: > 0 } text ? text : null;

    private string? Text(string name) => raw is null ? null : Child(raw, name)?.Value;

    private string? HeaderText(string name) => header is null ? null : Child(header, name)?.Value;

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
