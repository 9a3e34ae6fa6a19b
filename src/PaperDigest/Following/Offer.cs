namespace PaperDigest.Following;

/// <summary>A paper of the last days that is offered to a reader, with why, the strongest reason first.</summary>
/// <param name="Listed">The last day on whose list it stands.</param>
/// <param name="Votes">Votes here and elsewhere.</param>
public sealed record Offer(string ArxivId, DateOnly Listed, int Votes, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The same with further reasons.</summary>
    public Offer With(IEnumerable<Reason> further) => this with { Reasons = [.. Reasons.Concat(further).OrderByDescending(r => r.Weight)] };
}
