namespace PaperDigest.Catalogue;

/// <summary>Which papers of a newest-first list are wanted, and how many.</summary>
internal sealed record NewestChoice(int Skip, int Take)
{
    /// <summary>The first day on which a paper may have been listed first.</summary>
    public DateOnly From { get; init; } = DateOnly.FromDayNumber(0);

    /// <summary>The last such day.</summary>
    public DateOnly Until { get; init; } = new(9999, 12, 31);

    /// <summary>Votes here and elsewhere that a paper must have.</summary>
    public int LeastVotes { get; init; }
}
