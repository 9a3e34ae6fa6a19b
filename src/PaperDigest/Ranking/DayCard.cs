using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>A paper on a day's list, with what gave it its place.</summary>
public sealed record DayCard(PaperCard Paper, RankedPaper Place)
{
    /// <summary>Whether every feed of the day left it out, and arXiv's records told of it.</summary>
    public bool IsFilledIn { get; init; }
}
