namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// A paper's full metadata, as OAI-PMH, the query interface or a snapshot gives it, its texts normalised by <see cref="ArxivText"/>.
/// What the interface does not carry is null.
/// </summary>
public sealed record ArxivRecord
{
    public required ArxivId Id { get; init; }

    /// <summary>
    /// The UTC day of the last change for any reason; null where the interface has none. It is neither a submission nor an announcement
    /// date. A record with one is complete: a field that is null is empty at arXiv.
    /// </summary>
    public required DateOnly? Datestamp { get; init; }

    /// <summary>True when arXiv says only that the record is gone; nothing below is set then.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>By number, the newest last; empty where neither number nor time of any version is told (OAI-PMH's <c>arXiv</c>).</summary>
    public IReadOnlyList<ArxivVersion> Versions { get; init; } = [];

    /// <summary>The UTC day on which the newest version, whatever its number, was submitted; only where <see cref="Versions"/> is empty.</summary>
    public DateOnly? NewestSubmittedOn { get; init; }

    public string Title { get; init; } = "";

    public string Abstract { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>One entry for each author, empty where one gave none; null when no author gave one.</summary>
    public IReadOnlyList<string>? Affiliations { get; init; }

    /// <summary>Canonical and distinct, the primary first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Comments { get; init; }

    public string? JournalReference { get; init; }

    /// <summary>Several are separated by a blank.</summary>
    public string? Doi { get; init; }

    public string? ReportNumber { get; init; }

    public string? Licence { get; init; }

    /// <summary>The name of the account that sent it to arXiv.</summary>
    public string? Submitter { get; init; }
}
