using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>How a source stands at the beginning of a turn: how long to wait, the rest it is to have if any, and its refusals in a row.</summary>
internal sealed record SourceStanding(TimeSpan Wait, SourceBlock? Block, int Refusals);
