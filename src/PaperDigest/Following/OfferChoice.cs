namespace PaperDigest.Following;

/// <summary>For whom offers are sought.</summary>
/// <param name="UnreadOnly">Without papers whose page the reader has opened.</param>
internal sealed record OfferChoice(Guid Reader, bool UnreadOnly = false);
