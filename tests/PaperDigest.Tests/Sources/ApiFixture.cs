namespace PaperDigest.Tests.Sources;

/// <summary>Small answers in the query API's layout, written for these tests.</summary>
internal static class ApiFixture
{
    public static string ApiFeed(int total, params string[] entries) => $"""
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
          <id>https://arxiv.org/api/x</id><title>arXiv Query: id_list=</title><updated>2026-05-29T04:30:00Z</updated>
          <opensearch:itemsPerPage>100</opensearch:itemsPerPage><opensearch:totalResults>{total}</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>
          {string.Join('\n', entries)}
        </feed>
        """;

    public static string ApiEntry(string id, string rest = "<category term=\"cs.AI\"/>", string title = "A title") => $"""
        <entry>
          <id>http://arxiv.org/abs/{id}</id>
          <title>{title}</title>
          <updated>2026-05-28T17:00:00Z</updated>
          <link href="https://arxiv.org/abs/{id}" rel="alternate" type="text/html"/>
          <summary>What it is
        about.</summary>
          {rest}
          <published>2026-05-27T15:00:00Z</published>
          <author><name>Ada Byron</name></author>
        </entry>
        """;

    public static string ApiError(string message) => $"""
        <entry><id>https://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>{message}</summary>
        <updated>2026-05-29T04:30:00Z</updated><author><name>arXiv api core</name></author></entry>
        """;
}
