namespace PaperDigest.Listings;

/// <summary>What storing a curated list changed, in papers; each counts once.</summary>
/// <param name="New">Entered papers that the catalogue did not have.</param>
/// <param name="AlreadyThere">Entered papers that it had.</param>
/// <param name="Changed">Entered before, with other votes or details now.</param>
/// <param name="Unchanged">Entered before, and the same.</param>
internal sealed record CuratedChange(int New, int AlreadyThere, int Changed, int Unchanged)
{
    /// <summary>Stored earlier and not in this reading; kept, as a shorter repeat is more often a fault than a correction.</summary>
    public int Missing { get; init; }
}
