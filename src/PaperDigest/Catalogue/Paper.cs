namespace PaperDigest.Catalogue;

/// <summary>
/// A paper as its newest announced version describes it. Its identity is the arXiv id without a version; what an earlier
/// version said is in <see cref="PaperVersion"/>.
/// </summary>
public sealed class Paper
{
    /// <summary>The versionless arXiv id, such as <c>2605.01234</c> or <c>hep-th/9901001</c>.</summary>
    public required string ArxivId { get; set; }

    public required string Title { get; set; }

    /// <summary>The abstract; empty where the source gave none (the bundled sample carries summaries instead).</summary>
    public required string Abstract { get; set; }

    /// <summary>A short account of the paper that is not its abstract; null when nobody wrote one.</summary>
    public string? Summary { get; set; }

    /// <summary>Authors in the order of the paper, one entry each; two authors of one name stay two.</summary>
    public required string[] Authors { get; set; }

    /// <summary>arXiv categories; the first is the primary one.</summary>
    public required string[] Categories { get; set; }

    public string? Comments { get; set; }
    public string? Doi { get; set; }
    public string? JournalRef { get; set; }
    public string? Licence { get; set; }

    /// <summary>What the authors gave as their affiliations, one entry for each author, empty where one gave none; null when none is known.</summary>
    public string[]? Affiliations { get; set; }

    /// <summary>The number that the authors' institution gave it.</summary>
    public string? ReportNo { get; set; }

    /// <summary>Who sent it to arXiv, by the name of the account.</summary>
    public string? Submitter { get; set; }

    /// <summary>Whether the newest version withdraws the paper. A later version can restore it.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>The day of arXiv's last change of the newest full record taken in; null when only listings told of the paper.</summary>
    public DateOnly? RecordedOn { get; set; }

    /// <summary>The newest version announced so far, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The first listing the paper was in, the day it counts as new; an estimate where no listing of it was taken in.</summary>
    public DateOnly FirstListed { get; set; }

    /// <summary>When version 1 was submitted; null until a source that knows it was read (daily feeds do not).</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>When arXiv was last asked for what feeds do not carry; null when it never had to be.</summary>
    public DateTimeOffset? DetailsAskedAt { get; set; }

    public DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Title and authors, folded by <see cref="SearchText.Fold"/>, for the trigram index.</summary>
    public required string SearchText { get; set; }

    /// <summary>Votes cast on this installation; kept equal to the rows in <c>votes</c> by the statement that writes them.</summary>
    public int VoteCount { get; set; }

    /// <summary>Comments on this installation that are shown; kept equal to the rows in <c>comments</c> by the statements that write them.</summary>
    public int CommentCount { get; set; }

    /// <summary>Votes counted on another site, as last recorded; 0 when none is known.</summary>
    public int OutsideVotes { get; set; }

    /// <summary>Comments counted on another site, as last recorded.</summary>
    public int OutsideComments { get; set; }

    /// <summary>Whether the row came with the bundled sample and goes with it.</summary>
    public bool IsSample { get; set; }
}
