namespace PaperDigest.Ranking;

/// <summary>A paper's score among what is trending, with what it was made of.</summary>
/// <param name="ArxivId">Whose it is.</param>
/// <param name="Score">Without unit; compares only within one list.</param>
/// <param name="Window">Which votes count, and how.</param>
public sealed record Trend(string ArxivId, double Score, TrendWindow Window)
{
    /// <summary>All votes cast here.</summary>
    public int Votes { get; init; }

    /// <summary>All that another site counted.</summary>
    public int OutsideVotes { get; init; }

    /// <summary>Those of the last day, rounded.</summary>
    public int VotesOfLastDay { get; init; }

    /// <summary>What the votes count for, after weight and age.</summary>
    public double Counted { get; init; }

    public int Commenters { get; init; }

    /// <summary>What the commenters add to the votes.</summary>
    public double OfCommenters { get; init; }

    /// <summary>What the stars that its code gained add; 0 unless they are taken in.</summary>
    public double OfStars { get; init; }

    /// <summary>Hours since the first announcement.</summary>
    public double AgeHours { get; init; }

    /// <summary>The place on the list, from 1.</summary>
    public int Place { get; init; }

    /// <summary>How many papers the list has that were placed by score.</summary>
    public int Papers { get; init; }

    /// <summary>Whether the place was kept for a new paper with few votes, rather than won by score.</summary>
    public bool IsFresh { get; init; }
}
