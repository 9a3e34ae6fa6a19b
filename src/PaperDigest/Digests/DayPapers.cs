namespace PaperDigest.Digests;

/// <summary>A listing day's ranked papers, as far as choosing among them takes.</summary>
/// <param name="Date">The listing's date.</param>
/// <param name="Papers">In their order.</param>
internal sealed record DayPapers(DateOnly Date, IReadOnlyList<RankedChoice> Papers)
{
    /// <summary>Whether the day is of the sample that comes with the program.</summary>
    public bool IsSample { get; init; }

    /// <summary>The most trending papers of the topics (none: of all) that are not among those mailed before.</summary>
    public IReadOnlyList<string> Choose(string[] topics, IReadOnlySet<string> mailed) =>
    [
        .. Papers.Where(p => topics.Length == 0 || p.Categories.Intersect(topics).Any())
            .Where(p => !mailed.Contains(p.ArxivId))
            .Take(DigestContent.MostPapers).Select(p => p.ArxivId),
    ];
}

/// <summary>A paper to choose or not.</summary>
internal sealed record RankedChoice(string ArxivId, string[] Categories);
