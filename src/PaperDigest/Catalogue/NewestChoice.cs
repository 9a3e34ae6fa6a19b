namespace PaperDigest.Catalogue;

/// <summary>Which papers of a newest-first list are wanted, and how many.</summary>
internal sealed record NewestChoice(int Skip, int Take)
{
    /// <summary>The first day on which a paper may have been listed first.</summary>
    public DateOnly From { get; init; } = DateOnly.FromDayNumber(0);

    /// <summary>The last such day.</summary>
    public DateOnly Until { get; init; } = new(9999, 12, 31);

    public PaperFilter Filter { get; init; } = PaperFilter.None;

    /// <summary>Any but <see cref="ListOrder.Newest"/> orders the newest papers that are looked at.</summary>
    public ListOrder Order { get; init; } = ListOrder.Newest;
}
