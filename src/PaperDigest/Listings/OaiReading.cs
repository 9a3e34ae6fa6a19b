using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What came of listing a category's records of one day. With a refusal the records are not the whole and must not be used.</summary>
internal sealed record OaiReading(IReadOnlyList<ArxivRecord> Records, IReadOnlyList<RejectedItem> Rejected, Refusal? Refusal, int Attempts);
