namespace PaperDigest.Catalogue;

/// <summary>A paper as its own page shows it; listings and versions newest first.</summary>
public sealed record PaperDetail(Paper Paper, IReadOnlyList<PaperListing> Listings, IReadOnlyList<VersionEntry> Versions);

/// <summary>That a paper was in a category's listing of a day.</summary>
public sealed record PaperListing(DateOnly Date, string Category, ListingSection Section, int Version);
