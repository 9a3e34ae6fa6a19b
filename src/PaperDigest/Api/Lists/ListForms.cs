namespace PaperDigest.Api;

/// <summary>All forms in which lists are given out.</summary>
internal static class ListForms
{
    public const string Atom = "application/atom+xml";
    public const string Rss = "application/rss+xml";
    public const string Json = "application/feed+json";
    public const int UsualFeed = 50;

    private const string Utf8 = "; charset=utf-8";
    private static readonly (int, int) Feed = (UsualFeed, 100);

    public static readonly ListForm[] All =
    [
        new("atom", Atom + Utf8, AtomFeed.Write, Feed),
        new("rss", Rss + Utf8, RssFeed.Write, Feed),
        new("json", Json + Utf8, JsonFeed.Write, Feed),
    ];
}
