namespace PaperDigest.Api;

/// <summary>All forms in which lists are given out.</summary>
internal static class ListForms
{
    public const string Atom = "application/atom+xml";
    public const string Rss = "application/rss+xml";
    public const string JsonFeedType = "application/feed+json";
    public const string BibTex = "application/x-bibtex" + Utf8;
    public const string Ris = "application/x-research-info-systems" + Utf8;
    public const string CslJson = "application/vnd.citationstyles.csl+json" + Utf8;
    public const string Csv = "text/csv" + Utf8;
    public const string Markdown = "text/markdown" + Utf8;
    public const int UsualFeed = 50;

    private const string Utf8 = "; charset=utf-8";
    private static readonly (int, int) Feed = (UsualFeed, 100);

    // A day of the largest categories whole; with abstracts some three megabytes.
    private static readonly (int, int) File = (100, 1000);

    public static readonly ListForm[] All =
    [
        new("atom", Atom + Utf8, AtomFeed.Write, Feed),
        new("rss", Rss + Utf8, RssFeed.Write, Feed),
        new("json", JsonFeedType + Utf8, JsonFeed.Write, Feed),
        new("md", Markdown, MarkdownPapers.List, Feed),
        new("bib", BibTex, (list, _) => Api.BibTex.Write(list.Papers), File) { IsFile = true },
        new("ris", Ris, (list, _) => Api.Ris.Write(list.Papers), File) { IsFile = true },
        new("csl.json", CslJson, (list, _) => Api.CslJson.Write(list.Papers), File) { IsFile = true },
        new("csv", Csv, (list, _) => Api.Csv.Write(list.Papers), File) { IsFile = true },
    ];

    /// <summary>Of the types above, those worth compressing that the framework does not know.</summary>
    public static readonly string[] Compressed =
        [Atom, Rss, JsonFeedType, "application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json", "text/csv", "text/markdown"];
}
