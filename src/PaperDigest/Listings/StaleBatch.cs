namespace PaperDigest.Listings;

/// <summary>
/// Recognises a feed that shows the day before under today's date, as arXiv's cache has been seen to serve: its dates are fresh, its
/// papers are not. https://github.com/ZJU-REAL/Polaris/issues/414
/// </summary>
internal static class StaleBatch
{
    /// <summary>
    /// Whether at least nine tenths of the <paramref name="announced"/> versions are those of the listing before. A real listing
    /// repeats almost none: a version is announced once in a category.
    /// </summary>
    public static bool Is(IReadOnlyCollection<PaperVersionKey> announced, IReadOnlySet<PaperVersionKey> before) =>
        announced.Count > 0 && announced.Count(before.Contains) * 10 >= announced.Count * 9;
}

/// <summary>A version of a paper.</summary>
internal readonly record struct PaperVersionKey(string ArxivId, int Version);
