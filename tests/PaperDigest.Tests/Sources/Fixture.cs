using System.Text;

namespace PaperDigest.Tests.Sources;

/// <summary>Small feeds and records in arXiv's layouts, written for these tests.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Rss(params string[] items) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
          <channel>
            <title>cs.AI updates on arXiv.org</title>
            <link>http://rss.arxiv.org/rss/cs.AI</link>
            <lastBuildDate>Fri, 29 May 2026 04:00:05 +0000</lastBuildDate>
            <pubDate>Fri, 29 May 2026 00:00:00 -0400</pubDate>
            {string.Join('\n', items)}
          </channel>
        </rss>
        """;

    public static string Item(string id, string type = "new", string title = "A title", string authors = "Ada Byron", string categories = "<category>cs.AI</category>") => $"""
        <item>
          <title>{title}</title>
          <link>https://arxiv.org/abs/{id.Split('v')[0]}</link>
          <description>arXiv:{id} Announce Type: {type} 
        Abstract: What it is about.</description>
          <guid isPermaLink="false">oai:arXiv.org:{id}</guid>
          {categories}
          <pubDate>Fri, 29 May 2026 00:00:00 -0400</pubDate>
          <arxiv:announce_type>{type}</arxiv:announce_type>
          <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
          <dc:creator>{authors}</dc:creator>
        </item>
        """;

    public static string Atom(params string[] entries) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
          <id>http://rss.arxiv.org/atom/cs.AI</id>
          <title>cs.AI updates on arXiv.org</title>
          <updated>2026-05-29T04:00:11.600500+00:00</updated>
          {string.Join('\n', entries)}
        </feed>
        """;

    public static string Entry(string id, string type = "new") => $"""
        <entry>
          <id>oai:arXiv.org:{id}</id>
          <title>A title</title>
          <updated>2026-05-30T09:00:11.600500+00:00</updated>
          <link href="https://arxiv.org/abs/{id.Split('v')[0]}" rel="alternate" type="text/html"/>
          <summary>arXiv:{id} Announce Type: {type} 
        Abstract: What it is about.</summary>
          <category term="cs.AI"/><category term="cs.LG"/>
          <published>2026-05-29T00:00:00-04:00</published>
          <arxiv:announce_type>{type}</arxiv:announce_type>
          <dc:creator>Ada Byron, Blaise Pascal</dc:creator>
        </entry>
        """;

    public static string Oai(string content) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
        <responseDate>2026-05-29T04:30:00Z</responseDate>
        <request verb="ListRecords">http://oaipmh.arxiv.org/oai</request>



        {content}
        </OAI-PMH>
        """;

    public static string Records(string? token, params string[] records) =>
        Oai($"<ListRecords>{string.Join('\n', records)}{(token is null ? "" : $"<resumptionToken expires=\"x\">{token}</resumptionToken>")}</ListRecords>");

    public static string Record(string id, string rest = "<title>A title</title><authors>Ada Byron</authors><categories>cs.AI</categories>") => $"""
        <record><header><identifier>oai:arXiv.org:{id}</identifier><datestamp>2026-05-29</datestamp><setSpec>cs:cs:AI</setSpec></header>
        <metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{id}</id><submitter>Ada Byron</submitter>
        <version version="v1"><date>Thu, 28 May 2026 15:00:00 GMT</date><size>14kb</size><source_type>D</source_type></version>
        {rest}</arXivRaw></metadata></record>
        """;
}
