namespace PaperDigest.Sources.Arxiv;

/// <summary>One paper as a listing announces it, its texts normalised by <see cref="ArxivText"/>.</summary>
public sealed record AnnouncedPaper
{
    public required ArxivId Id { get; init; }

    /// <summary>The announced version, from 1.</summary>
    public required int Version { get; init; }

    public required AnnounceType AnnounceType { get; init; }

    public required string Title { get; init; }

    /// <summary>Paragraphs separated by an empty line; may be empty.</summary>
    public required string Abstract { get; init; }

    /// <summary>In the paper's order; may be empty, may hold a name twice.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>Parallel to the authors, empty where one gave none; null when none is known.</summary>
    public IReadOnlyList<string>? Affiliations { get; init; }

    /// <summary>Canonical and distinct, the primary first; never empty.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The address of the licence.</summary>
    public string? Licence { get; init; }

    public string? Doi { get; init; }

    public string? JournalReference { get; init; }

    /// <summary>The authors' comments; feeds carry none, OAI-PMH does.</summary>
    public string? Comments { get; init; }
}
