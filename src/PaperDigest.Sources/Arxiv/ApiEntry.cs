using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>One <c>entry</c> of the query API's Atom, read by local names; the order of its elements is not fixed.</summary>
internal sealed class ApiEntry(XElement entry)
{
    /// <summary>Errors come as entries that look like papers; their identifier leads to the API's own errors.</summary>
    private const string Errors = "/api/errors";

    /// <summary>arXiv's own statement that the request was wrong; null for a paper.</summary>
    public string? Error => Text("id")?.Contains(Errors, StringComparison.Ordinal) == true ? ArxivText.Excerpt(Text("summary") ?? Text("title"), 300) : null;

    /// <summary>The paper; null when the entry names none.</summary>
    public ArxivId? Id => ArxivId.TryParse(Text("id"), out var id) ? id : null;

    /// <summary>What to report of an entry that can't be read.</summary>
    public RejectedItem Rejected(string reason) =>
        new(reason, ArxivText.Excerpt(Text("id") ?? Text("title") ?? entry.Value), entry.ToString(SaveOptions.DisableFormatting));

    /// <summary>The record, or the reason why the entry is none.</summary>
    public (ArxivRecord? Record, string? Reason) Read()
    {
        if (!ArxivId.TryParse(Text("id"), out var id, out var version))
            return (null, "It has no arXiv identifier.");
        if (!ArxivTimestamp.TryParse(Text("published"), out var published))
            return (null, "It does not say when it was submitted.");
        if (!ArxivTimestamp.TryParse(Text("updated"), out var updated))
            updated = published;
        var title = ArxivText.Line(Text("title"));
        if (title.Length == 0)
            return (null, "It has no title.");
        // The primary category stands apart, and once among the others, wherever that is; ACM and MSC classes stand among them too.
        var categories = ArxivCategory.Canonical([.. Terms("primary_category"), .. Terms("category")]);
        if (categories.Count == 0)
            return (null, "It has no category.");
        var authors = AuthorList.OfNames(All("author").Select(a => (Child(a, "name")?.Value, Affiliations(a))));
        return (new ArxivRecord
        {
            Id = id,
            Datestamp = null,
            Versions = VersionsOf(version ?? 1, published.ToUniversalTime(), updated.ToUniversalTime()),
            Title = title,
            Abstract = ArxivText.Paragraphs(Text("summary")),
            Authors = authors.Names,
            Affiliations = authors.Affiliations,
            Categories = categories,
            Comments = Note("comment"),
            JournalReference = Note("journal_ref"),
            Doi = Note("doi"),
        }, null);
    }

    /// <summary><c>published</c> is the submission of the first version, <c>updated</c> that of this one; the API tells of no other.</summary>
    private static ArxivVersion[] VersionsOf(int newest, DateTimeOffset published, DateTimeOffset updated) =>
        newest == 1 ? [new ArxivVersion(1, published, null)] : [new ArxivVersion(1, published, null), new ArxivVersion(newest, updated, null)];

    private static string? Affiliations(XElement author) =>
        string.Join(", ", author.Elements().Where(e => e.Name.LocalName == "affiliation").Select(e => e.Value.Trim()).Where(a => a.Length > 0)) is { Length: > 0 } given ? given : null;

    private IEnumerable<string> Terms(string name) => All(name).Select(e => e.Attribute("term")?.Value ?? "");

    private IEnumerable<XElement> All(string name) => entry.Elements().Where(e => e.Name.LocalName == name);

    private string? Note(string name) => ArxivText.Note(Text(name));

    private string? Text(string name) => Child(entry, name)?.Value;

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
