namespace PaperDigest.Community;

/// <summary>Who votes, and what the vote counts for.</summary>
/// <param name="Id">The account's or the visitor's id.</param>
/// <param name="Weight">What the vote weighs in ranking.</param>
/// <param name="Limit">How often the voter may; null for an account.</param>
internal sealed record Voter(Guid Id, double Weight, VoteLimit? Limit)
{
    /// <summary>A visitor can come again without his cookie, so his vote must not outweigh that of somebody known.</summary>
    private const double VisitorWeight = 0.3;

    public static Voter Account(Guid id) => new(id, 1, null);

    public static Voter Visitor(Guid id, VoteLimit limit) => new(id, VisitorWeight, limit);
}

/// <summary>How many votes a visitor has in a day, and all visitors of the network that he comes from.</summary>
/// <param name="Network">Stands for the network on this day, and can't be turned back into it.</param>
/// <param name="PerVisitor">Votes in 24 hours.</param>
/// <param name="PerNetwork">Votes in a day of UTC.</param>
internal sealed record VoteLimit(byte[] Network, int PerVisitor, int PerNetwork);
