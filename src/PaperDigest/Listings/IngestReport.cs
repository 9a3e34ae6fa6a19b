using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>What a run took in, category by category, and what it left out and why.</summary>
internal sealed record IngestReport(DateOnly Day, IngestOutcome Outcome, string Message)
{
    public IReadOnlyList<CategoryReport> Categories { get; init; } = [];

    /// <summary>Sums over the categories; a paper in two of them counts twice.</summary>
    public IngestTotals Total => new(
        Categories.Sum(c => c.New), Categories.Sum(c => c.CrossListed), Categories.Sum(c => c.Replaced),
        Categories.Sum(c => c.Unchanged), Categories.Sum(c => c.Rejected.Count));

    /// <summary>The papers that the day has now, each counted once; null when it has none.</summary>
    public DayCounts? Papers { get; init; }

    /// <summary>When the job asks again, wherever jobs run; null when it does not.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Whether the run left nothing to be done: the day is in, or can have no listing.</summary>
    public bool IsDone => Outcome == IngestOutcome.Complete || (Outcome == IngestOutcome.Empty && Categories.Count == 0);

    /// <summary>The report of a run that asked its sources. <paramref name="hasPapers"/>: whether any of the day is stored, by whichever run.</summary>
    public static IngestReport Of(DateOnly day, IReadOnlyList<CategoryReport> categories, bool hasPapers)
    {
        var outcome = OutcomeOf(categories, hasPapers);
        return new IngestReport(day, outcome, Sentence(day, outcome, categories)) { Categories = categories };
    }

    public static string InWords(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IngestOutcome OutcomeOf(IReadOnlyList<CategoryReport> categories, bool hasPapers)
    {
        if (categories.All(IsIn)) return IngestOutcome.Complete;
        if (hasPapers) return categories.All(c => IsIn(c) || IsQuiet(c)) ? IngestOutcome.Complete : IngestOutcome.Partial;
        return categories.All(c => c.Outcome == CategoryOutcome.Nothing) ? IngestOutcome.Empty : IngestOutcome.Failed;
    }

    private static bool IsIn(CategoryReport category) => category.Outcome == CategoryOutcome.Stored;

    // OAI-PMH has no record for it while other categories have papers: a small one may go a day without.
    private static bool IsQuiet(CategoryReport category) =>
        category is { Outcome: CategoryOutcome.Nothing, Source: Catalogue.ListingSource.Oai };

    private static string Sentence(DateOnly day, IngestOutcome outcome, IReadOnlyList<CategoryReport> categories)
    {
        var left = string.Join(", ", categories.Where(c => !IsIn(c) && (outcome != IngestOutcome.Partial || !IsQuiet(c))).Select(c => c.Category));
        var added = categories.Sum(c => c.New + c.CrossListed + c.Replaced);
        return outcome switch
        {
            IngestOutcome.Complete => $"The listing of {InWords(day)} is complete: {added} entries stored, {categories.Sum(c => c.Unchanged)} unchanged.",
            IngestOutcome.Partial => $"The listing of {InWords(day)} is partly in: {added} entries stored; still missing: {left}.",
            IngestOutcome.Empty => $"No category has a paper for {InWords(day)} yet: arXiv is late, or announced none. Nothing was stored.",
            _ => $"Nothing of the listing of {InWords(day)} could be taken in: {left}.",
        };
    }
}

/// <summary>Papers of a day over all categories: each once, as new where any category announced it so.</summary>
internal sealed record DayCounts(int New, int CrossListed, int Replaced);

/// <summary>Entries of a run, by what became of them.</summary>
internal sealed record IngestTotals(int New, int CrossListed, int Replaced, int Unchanged, int Rejected);
