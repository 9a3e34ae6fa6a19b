namespace PaperDigest.Sources.Arxiv;

/// <summary>A paper's full metadata as OAI-PMH's <c>arXivRaw</c> or a line of the snapshot gives it, its texts normalised by <see cref="ArxivText"/>.</summary>
public sealed record ArxivRecord
{
    public required ArxivId Id { get; init; }

    /// <summary>The UTC day of the last change for any reason. It is neither a submission nor an announcement date.</summary>
    public required DateOnly Datestamp { get; init; }

    /// <summary>True when arXiv says only that the record is gone; nothing below is set then.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>By number, the first submission first.</summary>
    public IReadOnlyList<ArxivVersion> Versions { get; init; } = [];

    public string Title { get; init; } = "";

    public string Abstract { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>What the authors gave as theirs, one entry for each author, empty where one gave none; null when none is known.</summary>
    public IReadOnlyList<string>? Affiliations { get; init; }

    /// <summary>Canonical and distinct, the primary first.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Comments { get; init; }

    public string? JournalReference { get; init; }

    /// <summary>Several are separated by a blank.</summary>
    public string? Doi { get; init; }

    public string? Licence { get; init; }

    /// <summary>The number that the authors' institution gave the paper.</summary>
    public string? ReportNumber { get; init; }

    /// <summary>Who sent it to arXiv.</summary>
    public string? Submitter { get; init; }

    /// <summary>True when the latest version withdraws the paper. Earlier ones stay readable.</summary>
    public bool IsWithdrawn => Versions.Count > 0 && Versions[^1].IsWithdrawn;
}
