namespace PaperDigest.Listings;

/// <summary>
/// What storing a listing changed. New, cross-listed and replaced count entries that were not there before, or stood under another
/// section or version; the rest is unchanged.
/// </summary>
internal sealed record ListingImport(int New, int CrossListed, int Replaced, int Unchanged)
{
    /// <summary>Papers that the stored listing has and this one has not. They stay: a shorter repeat is more often a fault than a correction.</summary>
    public int Missing { get; init; }

    /// <summary>Records that the source gave for this day although their version had been listed before; only their details were taken.</summary>
    public int NotAnnounced { get; init; }
}
