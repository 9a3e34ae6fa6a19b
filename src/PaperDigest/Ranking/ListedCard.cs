using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>A paper on a ranked list, with what gave it its place.</summary>
/// <param name="Place">Its place on the day; on lists of several days, its best.</param>
public sealed record ListedCard(PaperCard Paper, RankedPaper Place)
{
    /// <summary>Its score, on the list of what is trending; null on others.</summary>
    public Trend? Trend { get; init; }

    /// <summary>Whether every feed of the day left it out, and arXiv's records told of it.</summary>
    public bool IsFilledIn { get; init; }

    /// <summary>Whether another site's curated list of the day has it.</summary>
    public bool IsChosenElsewhere { get; init; }

    /// <summary>Whether somebody submitted it here for this day.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>The public name of who submitted it here; null for who has left.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>Who put it on the curated list; null when none has it or nobody is named.</summary>
    public string? Curator { get; init; }

    /// <summary>Where a curated paper comes from: "Hugging Face, submitted by Ada Lovelace". Null for others.</summary>
    public string? From => !IsChosenElsewhere ? null : Curator is null ? "Hugging Face" : $"Hugging Face, submitted by {Curator}";
}
