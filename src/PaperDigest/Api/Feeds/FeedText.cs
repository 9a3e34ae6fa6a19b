using System.Globalization;
using System.Net;
using System.Text;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>What all forms of a feed say alike.</summary>
internal static class FeedText
{
    public const string Generator = "PaperDigest";

    /// <summary>Authors named one by one; a collaboration of thousands would fill the feed.</summary>
    public const int MostAuthors = 100;

    public static string Title(PaperList list, SiteOptions site) => $"{list.Title} · {site.Name}";

    public static string State(PaperList list) => list.State ?? list.Title;

    /// <summary>The same in every feed and on every installation, so that a reader who follows several feeds sees a paper once.</summary>
    public static string Id(PaperFacts facts) => PaperLinks.Abstract(facts.Paper.ArxivId);

    /// <summary>The feed's own address.</summary>
    public static string Address(PaperList list, SiteOptions site, string path) =>
        site.Link(list.Self ?? path + list.Query.ToQueryString(withLimit: list.Query.Take != ListForms.UsualFeed));

    public static string Page(PaperFacts facts, SiteOptions site) => site.Link(PaperLinks.Paper(facts.Paper.ArxivId));

    /// <summary>When a paper of the feed last changed; not when the feed was written, which would make each look like news.</summary>
    public static DateTimeOffset Updated(PaperList list) => list.Papers.Select(p => p.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    public static IReadOnlyList<string> Authors(PaperFacts facts)
    {
        var authors = facts.Paper.Authors;
        return authors.Length <= MostAuthors
            ? authors
            : [.. authors.Take(MostAuthors), string.Create(CultureInfo.InvariantCulture, $"{authors.Length - MostAuthors} more authors")];
    }

    /// <summary>The abstract in paragraphs of HTML, with nothing in it that is not text.</summary>
    public static string Html(PaperFacts facts)
    {
        var html = new StringBuilder();
        foreach (var paragraph in Paragraphs.Of(facts.Text)) html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        if (facts.Why is { } why) html.Insert(0, $"<p><em>{WebUtility.HtmlEncode(why)}</em></p>");
        if (facts.Paper.IsWithdrawn) html.Insert(0, "<p><strong>Withdrawn.</strong></p>");
        return html.ToString();
    }

    /// <summary>RFC 3339, in UTC.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
