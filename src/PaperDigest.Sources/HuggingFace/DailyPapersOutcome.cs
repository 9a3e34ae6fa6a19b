using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>What came of fetching the list of a date. With a refusal the papers are not the whole and must not be used; without one none mean that nobody chose any.</summary>
public sealed record DailyPapersOutcome(DateOnly Date, IReadOnlyList<DailyPaper> Papers, IReadOnlyList<RejectedItem> Rejected)
{
    public Refusal? Refusal { get; init; }

    /// <summary>Requests made; each had its own turn.</summary>
    public int Attempts { get; init; }
}
