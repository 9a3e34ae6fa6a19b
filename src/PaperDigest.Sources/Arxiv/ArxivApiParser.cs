using System.Globalization;
using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reads an answer of the query API. An entry that makes no sense is rejected alone; an error, which comes as an entry, and a document
/// that is broken anywhere refuse the page.
/// </summary>
public static class ArxivApiParser
{
    /// <summary>Reads untrusted bytes. <paramref name="asked"/> are the papers asked for; what the answer has beside them is left out.</summary>
    public static ApiPage Parse(byte[] body, IReadOnlyCollection<ArxivId> asked)
    {
        var xml = ArxivXml.Read(body);
        if (xml.Root is not { } root)
            return new ApiPage { Refusal = xml.Refusal };
        if (root.Name.LocalName != "feed")
            return Refused(RefusalKind.Malformed, $"The XML is no Atom feed; its root element is {ArxivText.Excerpt(root.Name.LocalName)}.");
        var entries = root.Elements().Where(e => e.Name.LocalName == "entry").Select(e => new ApiEntry(e)).ToList();
        if (entries.Select(e => e.Error).FirstOrDefault(error => error is not null) is { } stated)
            return Refused(RefusalKind.RequestRefused, $"arXiv refused the request: {stated}");
        var page = Filled(entries, asked) with { Promised = Promised(root) };
        // The papers are there, only not in this answer: the API is known for such pages, and for giving the full one when asked again.
        return entries.Count == 0 && page.Promised > 0
            ? Refused(RefusalKind.NotYetWhole, $"The answer promises {page.Promised} papers and holds none.")
            : page;
    }

    private static ApiPage Filled(List<ApiEntry> entries, IReadOnlyCollection<ArxivId> asked)
    {
        var wanted = asked.ToHashSet();
        var records = new List<ArxivRecord>();
        var rejected = new List<RejectedItem>();
        foreach (var entry in entries)
        {
            // Also one that can't be read is known to the API.
            var isWanted = entry.Id is not { } id || wanted.Remove(id);
            var (record, reason) = entry.Read();
            if (record is null)
                rejected.Add(entry.Rejected(reason!));
            else if (isWanted)
                records.Add(record);
        }
        return new ApiPage { Records = records, Rejected = rejected, NotFound = [.. asked.Where(wanted.Contains)] };
    }

    private static int Promised(XElement feed) =>
        int.TryParse(feed.Elements().FirstOrDefault(e => e.Name.LocalName == "totalResults")?.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var total) ? total : 0;

    private static ApiPage Refused(RefusalKind kind, string message) => new() { Refusal = new Refusal(kind, message) };
}
