namespace PaperDigest.Api;

/// <summary>The orders that the wire format's daily list can be asked for in.</summary>
internal enum WireSort
{
    PublishedAt,
    Trending,
}
