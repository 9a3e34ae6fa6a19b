namespace PaperDigest.Catalogue;

/// <summary>A paper as its own page shows it.</summary>
public sealed record PaperDetail(Paper Paper, IReadOnlyList<PaperListing> Listings);

/// <summary>That a paper was in a category's listing of a day.</summary>
public sealed record PaperListing(DateOnly Date, string Category, ListingSection Section, int Version);
