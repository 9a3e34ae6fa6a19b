using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>What one category announced for one date, in the source's order: the unit that is stored whole or not at all.</summary>
internal sealed record CategoryListing(DateOnly Date, string Category, ListingSource Source, IReadOnlyList<ListedPaper> Papers);
