using System.Text;
using System.Xml;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>The files by which programs learn of a site: for agents, crawlers and browsers' search boxes.</summary>
internal static class SiteFiles
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSiteFiles(this WebApplication app)
    {
        Map(app, "/llms.txt", (IOptions<SiteOptions> site) => Text(LlmsText(site.Value)));
        Map(app, "/robots.txt", (IOptions<SiteOptions> site) => Text($"User-agent: *\nDisallow: /admin/\nDisallow: /account\nDisallow: /signin\n\nSitemap: {site.Value.Link("/sitemap.xml")}\n"));
        Map(app, "/opensearch.xml", (IOptions<SiteOptions> site) => SharedAnswers.Answer(OpenSearch(site.Value), "application/opensearchdescription+xml; charset=utf-8"));
        Map(app, "/sitemap.xml", async (HttpContext context, Sitemap sitemap) => SharedAnswers.Answer(await sitemap.IndexAsync(context.RequestAborted), Sitemap.ContentType));
        Map(app, "/sitemap/{month}.xml", async (HttpContext context, string month, Sitemap sitemap) =>
            await sitemap.MonthAsync(month, context.RequestAborted) is { } papers ? SharedAnswers.Answer(papers, Sitemap.ContentType) : Results.NotFound());
    }

    private static void Map(WebApplication app, string path, Delegate answer) =>
        app.MapMethods(path, Methods, answer).WithMetadata(new OutputCacheAttribute { PolicyName = SharedAnswers.Policy });

    private static IResult Text(string text) => SharedAnswers.Answer(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    private static byte[] OpenSearch(SiteOptions site) => XmlDocumentBytes.Of(xml =>
    {
        const string description = "http://a9.com/-/spec/opensearch/1.1/";
        xml.WriteStartElement("OpenSearchDescription", description);
        // The specification allows sixteen characters.
        xml.WriteElementString("ShortName", description, XmlText.Of(site.Name.Length <= 16 ? site.Name : site.Name[..16]));
        xml.WriteElementString("Description", description, XmlText.Of($"Research papers on {site.Name}"));
        xml.WriteElementString("InputEncoding", description, "UTF-8");
        Template(xml, "text/html", site.Link("/papers?q={searchTerms}"));
        Template(xml, ListForms.Atom, site.Link("/papers.atom?q={searchTerms}"));
        xml.WriteEndElement();

        static void Template(XmlWriter xml, string type, string template)
        {
            xml.WriteStartElement("Url", description);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("template", template);
            xml.WriteEndElement();
        }
    });

    private static string LlmsText(SiteOptions site) =>
        $"""
        # {site.Name}

        > Research papers of each day from arXiv's listings, ranked by votes. Titles and abstracts are arXiv's; every paper is known by its arXiv id.

        Lists take the parameters q, author, category and not_category (several times, or with commas), with and without (words and "phrases" in title or abstract), min_upvotes, has_code, period (day, week, month, trending), date, week, month, window (today, 7, 30; of what is trending), sort (trending, votes, newest, comments) and limit. A list without papers is an empty list, not an error.

        ## Reading

        - [Papers of the latest day]({site.Link("/papers.md")}): Markdown, best first
        - [Papers of a category]({site.Link("/papers.md?category=cs.CL")}): newest first; any arXiv category
        - [Search]({site.Link("/papers.md?q=language+model")}): put your words for q
        - {site.Link("/papers/{arXiv id}.md")}: one paper; also .bib, .ris, .csl.json

        ## Data

        - [API]({site.Link("/openapi/v1.json")}): OpenAPI description; {site.Link("/api/daily_papers")} speaks Hugging Face's wire format
        - [Atom]({site.Link("/papers.atom")}), [RSS]({site.Link("/papers.rss")}), [JSON Feed]({site.Link("/papers.json")}): any list
        - [BibTeX]({site.Link("/papers.bib")}), [RIS]({site.Link("/papers.ris")}), [CSL-JSON]({site.Link("/papers.csl.json")}), [CSV]({site.Link("/papers.csv")}): any list, up to 1,000 papers

        """;
}
