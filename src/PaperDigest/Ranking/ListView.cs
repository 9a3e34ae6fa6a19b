namespace PaperDigest.Ranking;

/// <summary>How a page of a list shows its cards.</summary>
/// <param name="Return">The page's own path, to which acts on a paper return.</param>
/// <param name="Period">What the list is of; null for a day.</param>
/// <param name="Papers">How many papers the whole day has, which the reasons for a place name.</param>
/// <param name="At">The instant for which scores are explained.</param>
public sealed record ListView(string Return, ListPeriod? Period, int Papers, DateTimeOffset At)
{
    /// <summary>Whether to show titles and facts only.</summary>
    public bool IsCompact { get; init; }
}
