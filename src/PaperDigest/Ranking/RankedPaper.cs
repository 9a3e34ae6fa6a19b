using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// The place of a paper on a day's list, with all that its score was computed from, so that the page can say why. The rows of a
/// day are replaced whole in one transaction; a page of the day is a range of ranks.
/// </summary>
public sealed class RankedPaper
{
    public DateOnly Date { get; set; }

    /// <summary>From 1, without gaps.</summary>
    public int Rank { get; set; }

    public required string ArxivId { get; set; }

    /// <summary>
    /// <see cref="ListingSection.New"/> or <see cref="ListingSection.Cross"/>, as arXiv announced it that day; replacements are not
    /// ranked. Null for a paper that is here only because a curated list of the day has it.
    /// </summary>
    public ListingSection? Section { get; set; }

    /// <summary>Whether a curated list of the day has it; such papers stand first.</summary>
    public bool IsCurated { get; set; }

    public double Score { get; set; }

    /// <summary>Sum of the weights of the votes cast here.</summary>
    public double WeightedVotes { get; set; }

    public int Votes { get; set; }
    public int OutsideVotes { get; set; }
    public int Commenters { get; set; }

    /// <summary>When the paper came onto this list, kept while it is ranked again; null on lists of before this was noted.</summary>
    public DateTimeOffset? CameAt { get; set; }

    /// <summary>Hours from the paper's first announcement to the ranking.</summary>
    public double AgeHours { get; set; }
}
