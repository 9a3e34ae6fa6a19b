namespace PaperDigest.Following;

/// <summary>
/// The order of what is offered, best first: an author weighs more than a phrase or a search, these more than likeness, and a whole
/// category least; each further reason counts half. Votes add what they would add as a tenfold, and a day costs a quarter.
/// <code>score = r1 + r2/2 + r3/4 + ... + log10(1 + votes) − days/4</code>
/// </summary>
internal static class OfferOrder
{
    private const double PerDay = 0.25;

    public static IReadOnlyList<Offer> Best(IEnumerable<Offer> offers)
    {
        var all = offers.ToList();
        if (all.Count == 0) return all;
        var newest = all.Max(o => o.Listed);
        return [.. all.OrderByDescending(o => Score(o, newest)).ThenByDescending(o => o.Listed).ThenByDescending(o => o.ArxivId, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<Offer> Newest(IEnumerable<Offer> offers)
    {
        var best = Best(offers);
        return [.. best.OrderByDescending(o => o.Listed)];
    }

    public static double Score(Offer offer, DateOnly newest)
    {
        var (score, share) = (0.0, 1.0);
        foreach (var weight in offer.Reasons.Select(r => r.Weight).OrderDescending())
        {
            score += weight * share;
            share /= 2;
        }
        return score + Math.Log10(1 + Math.Max(0, offer.Votes)) - (PerDay * (newest.DayNumber - offer.Listed.DayNumber));
    }
}
