using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>One item of an RSS feed or entry of an Atom feed, read by local names: both layouts carry the same fields.</summary>
internal sealed partial class FeedItem(XElement item)
{
    /// <summary>The item's publication date, midnight Eastern time of the listing's day.</summary>
    public DateTimeOffset? Published => ArxivTimestamp.TryParse(Text("pubDate") ?? Text("published"), out var instant) ? instant : null;

    /// <summary>What to report of an item that can't be read.</summary>
    public RejectedItem Rejected(string reason) =>
        new(reason, ArxivText.Excerpt(Text("guid") ?? Text("id") ?? Text("title") ?? Text("link") ?? item.Value), item.ToString(SaveOptions.DisableFormatting));

    /// <summary>The paper, or the reason why the item is none.</summary>
    public (AnnouncedPaper? Paper, string? Reason) Read()
    {
        var body = Text("description") ?? Text("summary") ?? "";
        var head = Head().Match(body);
        if (!ArxivId.TryParse(Text("guid") ?? Text("id") ?? head.Groups["id"].Value, out var id, out var version)
            && !ArxivId.TryParse(Text("link"), out id, out version))
            return (null, "It has no arXiv identifier.");
        if (TypeOf(Text("announce_type") ?? head.Groups["type"].Value) is not { } type)
            return (null, "It does not say whether it is new, cross-listed or replaced.");
        var title = ArxivText.Line(Text("title"));
        if (title.Length == 0)
            return (null, "It has no title.");
        var categories = ArxivCategory.Canonical(Texts("category", "term"));
        if (categories.Count == 0)
            return (null, "It has no category.");
        if (version is null && ArxivId.TryParse(head.Groups["id"].Value, out var named, out var stated) && named == id)
            version = stated;

        var authors = Authors();
        return (new AnnouncedPaper
        {
            Id = id,
            Version = version ?? 1,
            AnnounceType = type,
            Title = title,
            Abstract = ArxivText.Paragraphs(head.Success ? body[head.Length..] : body),
            Authors = authors.Names,
            Affiliations = authors.Affiliations,
            Categories = categories,
            Licence = Field("rights"),
            Doi = Field("DOI") ?? Field("doi"),
            JournalReference = Field("journal_reference") ?? Field("journal_ref"),
            Comments = Field("comment"),
        }, null);
    }

    /// <summary>One creator line in arXiv's feeds; Atom's own author elements where those are given.</summary>
    private AuthorCredits Authors()
    {
        var authors = item.Elements().Where(e => e.Name.LocalName == "author").ToList();
        return authors.Count > 0
            ? AuthorList.OfNames(authors.Select(author => (Child(author, "name"), Child(author, "affiliation"))))
            : AuthorList.OfLine(string.Join(", ", Texts("creator", "")));
    }

    private static string? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

    private static AnnounceType? TypeOf(string text) => text.Trim() switch
    {
        "new" => AnnounceType.New,
        "cross" => AnnounceType.Cross,
        "replace" => AnnounceType.Replace,
        "replace-cross" => AnnounceType.ReplaceCross,
        _ => null,
    };

    private string? Field(string name) => ArxivText.Note(Text(name));

    private string? Text(string name) =>
        item.Elements().FirstOrDefault(e => e.Name.LocalName == name) is not { } element ? null
        : element.Value.Length == 0 && element.Attribute("href") is { } href ? href.Value
        : element.Value;

    /// <summary>The values of all elements of a name, which Atom keeps in an attribute.</summary>
    private IEnumerable<string> Texts(string name, string attribute) =>
        item.Elements().Where(e => e.Name.LocalName == name)
            .Select(e => attribute.Length > 0 && e.Attribute(attribute) is { } value ? value.Value : e.Value);

    /// <summary>The line that arXiv puts before each abstract.</summary>
    [GeneratedRegex(@"^\s*arXiv:(?<id>\S+)\s+Announce Type:\s*(?<type>[a-z-]+)\s*(?:Abstract:\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
