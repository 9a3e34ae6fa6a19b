using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>A paper of a day's list before it has its place.</summary>
/// <param name="Section">New where any category announced it so, else cross-listed; null when only a curated list has it.</param>
/// <param name="Votes">Votes cast here; what they weigh is in the signals.</param>
internal sealed record UnrankedPaper(string ArxivId, ListingSection? Section, int Votes, TrendSignals Signals)
{
    /// <summary>Whether a curated list of the day has it.</summary>
    public bool IsCurated { get; init; }

    /// <summary>When it came onto the day's list; null outside the database.</summary>
    public DateTimeOffset? CameAt { get; init; }
}
