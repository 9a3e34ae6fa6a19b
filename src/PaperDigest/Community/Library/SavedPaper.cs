namespace PaperDigest.Community;

/// <summary>A paper that a reader keeps, with what only the reader sees of it.</summary>
public sealed class SavedPaper
{
    /// <summary>The id of a <see cref="Reader"/>: an account's, or a visitor's until the visitor signs in.</summary>
    public Guid ReaderId { get; set; }

    public required string ArxivId { get; set; }
    public DateTimeOffset SavedAt { get; set; }

    /// <summary>When the reader took it out; it is then in no list, and its note and tags wait for a while.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>What the reader wrote to it; null when nothing.</summary>
    public string? Note { get; set; }

    /// <summary>The reader's own words for it, sorted, each once.</summary>
    public string[] Tags { get; set; } = [];
}
