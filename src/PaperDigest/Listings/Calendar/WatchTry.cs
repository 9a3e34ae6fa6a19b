namespace PaperDigest.Listings;

/// <summary>What a run saw of a day's listings at an instant.</summary>
internal sealed record WatchTry(DateOnly Day, IReadOnlyList<CategoryReport> Reports, DateTimeOffset Now)
{
    /// <summary>Whether any category's papers of the day are stored, by whichever run.</summary>
    public bool HasPapers { get; init; }

    /// <summary>Whether the calendar has a listing of the day.</summary>
    public bool IsExpected { get; init; } = true;
}
