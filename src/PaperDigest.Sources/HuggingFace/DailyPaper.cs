using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>
/// A paper as Hugging Face's daily list shows it: texts in the forms of <see cref="ArxivText"/>, addresses only of http and https,
/// and whatever made no sense left out. Counts that are not known are null.
/// </summary>
public sealed record DailyPaper
{
    public required ArxivId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Paragraphs separated by an empty line; may be empty.</summary>
    public required string Abstract { get; init; }

    /// <summary>In the paper's order; may be empty, may hold a name twice.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>When version 1 was submitted to arXiv; a bare day, midnight UTC, since early 2026.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public required DailySubmission Submission { get; init; }

    public int? Votes { get; init; }

    public int? Comments { get; init; }

    /// <summary>Where the code is.</summary>
    public string? CodeUrl { get; init; }

    /// <summary>GitHub's stars of the code.</summary>
    public int? CodeStars { get; init; }

    public string? ProjectUrl { get; init; }

    /// <summary>Words that a language model chose; distinct.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A sentence that a language model wrote.</summary>
    public string? Summary { get; init; }

    /// <summary>The name of that model; told since 2026.</summary>
    public string? SummaryModel { get; init; }

    public string? Organization { get; init; }

    public string? ThumbnailUrl { get; init; }

    /// <summary>Images and videos that the submitter added.</summary>
    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    /// <summary>Hugging Face's key of the discussion.</summary>
    public string? DiscussionId { get; init; }
}

/// <summary>Who put a paper on the list, and when.</summary>
/// <param name="At">Its UTC day is the list's date; null when nothing trustworthy is told.</param>
/// <param name="By">The account's name.</param>
/// <param name="ByName">What the account's owner calls himself or herself.</param>
public sealed record DailySubmission(DateTimeOffset? At, string? By, string? ByName)
{
    public DateOnly? Day => At is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
