using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// The order of a day's list: what people chose for a curated list first, in both parts by score; papers of one score, above all
/// those without votes, new before cross-listed, and then the newest id first. It is a total order: the same signals give the same list.
/// </summary>
internal static class DayOrder
{
    public static IReadOnlyList<RankedPaper> Of(DateOnly day, IEnumerable<UnrankedPaper> papers) =>
    [
        .. papers.Select(p => (Paper: p, Score: TrendScore.Of(p.Signals)))
            .OrderByDescending(p => p.Paper.IsCurated)
            .ThenByDescending(p => p.Score)
            .ThenBy(p => p.Paper.Section switch { ListingSection.New => 0, null => 2, _ => 1 })
            // Ids with a slash are from before April 2007.
            .ThenBy(p => p.Paper.ArxivId.Contains('/') ? 1 : 0)
            .ThenByDescending(p => p.Paper.ArxivId, StringComparer.Ordinal)
            .Select((p, index) => Placed(day, index + 1, p.Paper, p.Score)),
    ];

    private static RankedPaper Placed(DateOnly day, int rank, UnrankedPaper paper, double score) => new()
    {
        Date = day, Rank = rank, ArxivId = paper.ArxivId, Section = paper.Section, IsCurated = paper.IsCurated, Score = score,
        WeightedVotes = paper.Signals.WeightedVotes, Votes = paper.Votes, OutsideVotes = paper.Signals.OutsideVotes,
        Commenters = paper.Signals.Commenters, AgeHours = Math.Max(0, paper.Signals.AgeHours), CameAt = paper.CameAt,
    };
}
