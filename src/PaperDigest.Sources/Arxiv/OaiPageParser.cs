using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reads one page of OAI-PMH's ListRecords in either of arXiv's formats. Nothing to list is an empty page; other protocol errors,
/// which come with status 200, are refusals. A refused page is one with a refusal, so that lists of pages stay lists.
/// </summary>
public static class OaiPageParser
{
    public static OaiPage Parse(byte[] body)
    {
        var xml = ArxivXml.Read(body);
        if (xml.Root is not { } root)
            return new OaiPage { Refusal = xml.Refusal };
        if (root.Name.LocalName != "OAI-PMH")
            return Refused(RefusalKind.Malformed, $"The XML is no OAI-PMH answer; its root element is {ArxivText.Excerpt(root.Name.LocalName)}.");
        var page = new OaiPage
        {
            ResponseDate = ArxivTimestamp.TryParse(Child(root, "responseDate")?.Value, out var instant) ? instant : null,
        };
        if (Child(root, "error") is { } error)
            return Judge(error, page);
        return Child(root, "ListRecords") is { } list
            ? Filled(page, list)
            : Refused(RefusalKind.Malformed, "The OAI-PMH answer holds neither records nor an error.");
    }

    private static OaiPage Filled(OaiPage page, XElement list)
    {
        var records = new List<ArxivRecord>();
        var rejected = new List<RejectedItem>();
        foreach (var element in list.Elements().Where(e => e.Name.LocalName == "record").Select(e => new OaiRecordElement(e)))
        {
            var (record, reason) = element.Read();
            if (record is not null)
                records.Add(record);
            else
                rejected.Add(element.Rejected(reason!));
        }
        var token = Child(list, "resumptionToken");
        var text = token?.Value.Trim();
        return page with
        {
            Records = records, Rejected = rejected, ResumptionToken = string.IsNullOrEmpty(text) ? null : text, TokenExpires = Expiry(token),
        };
    }

    /// <summary>The protocol names the attribute expirationDate; arXiv's server has also said expires.</summary>
    private static DateTimeOffset? Expiry(XElement? token) =>
        ArxivTimestamp.TryParse((token?.Attribute("expirationDate") ?? token?.Attribute("expires"))?.Value, out var instant) ? instant : null;

    private static OaiPage Judge(XElement error, OaiPage empty)
    {
        var code = error.Attribute("code")?.Value ?? "";
        var said = ArxivText.Excerpt(error.Value, 300);
        return code switch
        {
            "noRecordsMatch" => empty,
            "badResumptionToken" => Refused(RefusalKind.ListBroken, $"arXiv does not know the list's token any more (badResumptionToken: {said})."),
            "cannotDisseminateFormat" => Refused(RefusalKind.FormatNotOffered, $"arXiv does not offer this format of records (cannotDisseminateFormat: {said})."),
            "noSetHierarchy" => Refused(RefusalKind.RequestRefused, $"The server has no sets; ask without one (noSetHierarchy: {said})."),
            "badArgument" => Refused(RefusalKind.RequestRefused, $"arXiv calls the dates or the set wrong (badArgument: {said})."),
            _ => Refused(RefusalKind.RequestRefused, $"arXiv refuses the request (OAI-PMH error {ArxivText.Excerpt(code)}: {said})."),
        };
    }

    private static OaiPage Refused(RefusalKind kind, string message) => new() { Refusal = new Refusal(kind, message) };

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
