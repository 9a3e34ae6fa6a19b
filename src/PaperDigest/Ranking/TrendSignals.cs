namespace PaperDigest.Ranking;

/// <summary>All that today's order of a paper is computed from.</summary>
/// <param name="WeightedVotes">Sum of the weights of the votes cast here.</param>
/// <param name="OutsideVotes">Votes another site counted, as last recorded; each weighs as much as one of ours.</param>
/// <param name="Commenters">People who commented here, with the comments that another site counted: it does not tell of how many people.</param>
/// <param name="AgeHours">Hours from the first announcement to the ranking; below 0 counts as 0.</param>
public sealed record TrendSignals(double WeightedVotes, int OutsideVotes, int Commenters, double AgeHours)
{
    /// <summary>Those of a paper at an instant, by the day on which it was listed first: arXiv announces at about midnight UTC of that date.</summary>
    public static TrendSignals Now(double weightedVotes, int outsideVotes, int commenters, DateOnly firstListed, DateTimeOffset now) =>
        new(weightedVotes, outsideVotes, commenters, (now - new DateTimeOffset(firstListed, TimeOnly.MinValue, TimeSpan.Zero)).TotalHours);
}
