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
}
