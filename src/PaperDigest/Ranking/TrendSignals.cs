namespace PaperDigest.Ranking;

/// <summary>All that a paper's place on a day's list is computed from.</summary>
/// <param name="WeightedVotes">Sum of the weights of the votes cast here.</param>
/// <param name="OutsideVotes">Votes another site counted, as last recorded; each weighs as much as one of ours.</param>
/// <param name="Commenters">People who commented here, with the comments that another site counted: it does not tell of how many people.</param>
/// <param name="AgeHours">Hours from the first announcement to the ranking; below 0 counts as 0.</param>
public sealed record TrendSignals(double WeightedVotes, int OutsideVotes, int Commenters, double AgeHours)
{
    /// <summary>Hours since the day on which a paper was listed first: arXiv announces at about midnight UTC of that date.</summary>
    public static double Age(DateOnly firstListed, DateTimeOffset now) => (now - new DateTimeOffset(firstListed, TimeOnly.MinValue, TimeSpan.Zero)).TotalHours;
}
