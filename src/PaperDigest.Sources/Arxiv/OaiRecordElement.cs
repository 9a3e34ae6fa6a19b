using System.Globalization;
using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>One <c>record</c> element of an OAI-PMH list in either of arXiv's formats, read by local names: their order has changed before.</summary>
internal sealed class OaiRecordElement(XElement record)
{
    /// <summary>A number beyond is a fault; the most that a paper has is some hundred.</summary>
    private const int MostVersions = 9999;

    private readonly XElement? header = Child(record, "header");
    private readonly XElement? metadata = Child(record, "metadata")?.Elements().FirstOrDefault();

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
        if (metadata is null)
            return (null, "It has no metadata.");
        var (versions, created) = (Versions(), Created());
        if (versions is null || (versions.Count == 0 && created is null))
            return (null, "It has no readable versions.");
        var authors = Child(metadata, "authors");
        var credits = authors?.HasElements == true ? Parsed(authors) : AuthorList.OfLine(authors?.Value);
        var record = new ArxivRecord
        {
            Id = id,
            Datestamp = stamp,
            Versions = versions,
            NewestSubmittedOn = versions.Count == 0 ? created : null,
            Title = ArxivText.Line(Text("title")),
            Abstract = ArxivText.Paragraphs(Text("abstract")),
            Authors = credits.Names,
            Affiliations = credits.Affiliations,
            Categories = ArxivCategory.Canonical((Text("categories") ?? "").Split()),
            Comments = Note("comments"),
            JournalReference = Note("journal-ref"),
            Doi = Note("doi"),
            ReportNumber = Note("report-no"),
            Licence = Note("license"),
            Submitter = ArxivText.Names(Text("submitter")) is { Length: > 0 } submitter ? submitter : null,
        };
        return record.Title.Length == 0 ? (null, "It has no title.") : record.Categories.Count == 0 ? (null, "It has no category.") : (record, null);
    }

    /// <summary>The format <c>arXiv</c> gives the day on which the newest version was submitted as the paper's creation.</summary>
    private DateOnly? Created() =>
        DateOnly.TryParseExact(Text("created")?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static AuthorCredits Parsed(XElement authors) => AuthorList.OfNames(
        authors.Elements().Where(e => e.Name.LocalName == "author")
            .Select(author => (Joined(author, " ", "forenames", "keyname", "suffix"), Joined(author, ", ", "affiliation"))));

    private static string? Joined(XElement author, string separator, params string[] names) =>
        string.Join(separator, names.SelectMany(name => author.Elements().Where(e => e.Name.LocalName == name)).Select(e => e.Value.Trim()));

    private List<ArxivVersion>? Versions()
    {
        var versions = new List<ArxivVersion>();
        foreach (var element in metadata!.Elements().Where(e => e.Name.LocalName == "version"))
        {
            var number = element.Attribute("version")?.Value.TrimStart('v');
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n is 0 or > MostVersions || !ArxivTimestamp.TryParse(Child(element, "date")?.Value, out var date))
                return null;
            versions.Add(new ArxivVersion(n, date.ToUniversalTime(), Child(element, "source_type")?.Value.Trim() ?? ""));
        }
        return [.. versions.DistinctBy(version => version.Number).OrderBy(version => version.Number)];
    }

    private string? Note(string name) => ArxivText.Note(Text(name));

    private string? Text(string name) => metadata is null ? null : Child(metadata, name)?.Value;

    private string? HeaderText(string name) => header is null ? null : Child(header, name)?.Value;

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
