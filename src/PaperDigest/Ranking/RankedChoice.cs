namespace PaperDigest.Ranking;

/// <summary>Which papers of ranked lists are wanted, and how many.</summary>
internal sealed record RankedChoice(int Skip, int Take)
{
    /// <summary>Only papers of this category; of a single day, those that were announced in it that day.</summary>
    public string? Category { get; init; }

    /// <summary>Only papers that this account put on a curated list in the time asked for.</summary>
    public string? Submitter { get; init; }

    /// <summary>Votes here and elsewhere that a paper must have.</summary>
    public int LeastVotes { get; init; }
}
