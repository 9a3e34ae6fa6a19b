namespace PaperDigest.Ranking;

/// <summary>A week or month as the head of its page shows it, with its neighbours; also one without a list.</summary>
/// <param name="Kind"><see cref="ListPeriod.Week"/> or <see cref="ListPeriod.Month"/>.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last.</param>
public sealed record Period(ListPeriod Kind, DateOnly From, DateOnly Until)
{
    /// <summary>All dates with a ranked list from the beginning of the year of its first day to the end of that of its last, earliest first.</summary>
    public IReadOnlyList<DateOnly> Year { get; init; } = [];

    /// <summary>The nearest earlier date with a ranked list.</summary>
    public DateOnly? Previous { get; init; }

    /// <summary>The nearest later one.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>The first date of all with a ranked list; null in an empty catalogue.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Its dates with a ranked list.</summary>
    public IReadOnlyList<DateOnly> Days => [.. Year.Where(d => d >= From && d <= Until)];
}
