namespace PaperDigest.Following;

/// <summary>What there is for a reader.</summary>
/// <param name="Followed">All that the reader follows, muted or not.</param>
/// <param name="Papers">In no order yet; see <see cref="OfferOrder"/>.</param>
public sealed record Offers(IReadOnlyList<FollowedSubject> Followed, IReadOnlyList<Offer> Papers);
