namespace PaperDigest.Listings;

/// <summary>Which listings to take in.</summary>
internal sealed record IngestOrder(DateOnly Day, IReadOnlyList<string> Categories)
{
    /// <summary>Whether to wait for the feeds rather than to reconstruct the listing from OAI-PMH while they show another day.</summary>
    public bool FeedsOnly { get; init; }

    /// <summary>Told of each step in words, for whoever watches.</summary>
    public Action<string>? Tell { get; init; }
}
