using System.Xml.Linq;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reads arXiv's daily feed in both of its layouts, RSS 2.0 and Atom. An item that makes no sense is rejected alone;
/// a document that is broken anywhere is refused, because what is missing from it can't be known.
/// </summary>
public static class ArxivFeedParser
{
    /// <summary>Reads untrusted bytes. <paramref name="requested"/> is what was asked for: a category or several joined by "+".</summary>
    public static FeedResult Parse(byte[] body, string requested)
    {
        var xml = ArxivXml.Read(body);
        if (xml.Root is not { } root)
            return new FeedResult.Refused(xml.Refusal!);
        var channel = root.Name.LocalName == "rss" ? Child(root, "channel") : root.Name.LocalName == "feed" ? root : null;
        if (channel is null)
            return Refused(RefusalKind.Malformed, $"The XML is no feed; its root element is {ArxivText.Excerpt(root.Name.LocalName)}.");
        var title = ArxivText.Line(Child(channel, "title")?.Value);
        if (title.StartsWith("Feed error", StringComparison.OrdinalIgnoreCase))
            return Refused(RefusalKind.RequestRefused, $"arXiv refused the request: {title}: {Message(channel)}");

        var items = channel.Elements().Where(e => e.Name.LocalName is "item" or "entry").Select(e => new FeedItem(e)).ToList();
        if (PublicationDate(channel, items) is not { } published)
            return Refused(RefusalKind.NoDate, "The feed names no publication date, so its listing's day is unknown.");
        return new FeedResult.Listing(Feed(requested, ListingDate.Of(published), items, xml.Stripped));
    }

    private static ArxivFeed Feed(string requested, DateOnly day, List<FeedItem> items, int stripped)
    {
        var papers = new List<AnnouncedPaper>(items.Count);
        var rejected = new List<RejectedItem>();
        var seen = new HashSet<ArxivId>();
        var (duplicates, otherDays) = (0, 0);
        foreach (var item in items)
        {
            var (paper, reason) = item.Read();
            if (paper is null)
                rejected.Add(item.Rejected(reason!));
            else if (seen.Add(paper.Id))
                papers.Add(paper);
            else
                duplicates++;
            if (item.Published is { } published && ListingDate.Of(published) != day)
                otherDays++;
        }
        return new ArxivFeed
        {
            Categories = [.. requested.Split('+', ' ').Select(name => ArxivCategory.TryCanonical(name, out var category) ? category : name).Distinct()],
            ListingDate = day,
            Papers = papers,
            Rejected = rejected,
            Duplicates = duplicates,
            Warnings = [.. Warnings(items.Count, stripped, otherDays)],
        };
    }

    private static IEnumerable<string> Warnings(int items, int stripped, int otherDays)
    {
        if (items == ArxivFeed.LongestFeed)
            yield return $"The feed has exactly {ArxivFeed.LongestFeed} items, arXiv's limit: papers may be missing from it.";
        if (stripped > 0)
            yield return $"{stripped} characters that XML forbids were left out.";
        if (otherDays > 0)
            yield return $"{otherDays} items bear another day than the feed.";
    }

    /// <summary>RSS dates the channel. Atom dates only its entries; what it says of the feed is when that was built.</summary>
    private static DateTimeOffset? PublicationDate(XElement channel, List<FeedItem> items)
    {
        if (ArxivTimestamp.TryParse(Child(channel, "pubDate")?.Value, out var published))
            return published;
        return items.Select(item => item.Published).FirstOrDefault(date => date is not null)
            ?? (ArxivTimestamp.TryParse(Child(channel, "updated")?.Value, out var updated) ? updated : null);
    }

    private static string Message(XElement channel) => ArxivText.Excerpt((Child(channel, "description") ?? Child(channel, "subtitle"))?.Value, 300);

    private static FeedResult.Refused Refused(RefusalKind kind, string message) => new(new Refusal(kind, message));

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e => e.Name.LocalName == name);
}
