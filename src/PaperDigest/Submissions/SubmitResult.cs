namespace PaperDigest.Submissions;

/// <summary>What became of a wish to submit a paper.</summary>
internal enum SubmitOutcome
{
    Listed,
    Queued,

    /// <summary>Somebody put it forward before.</summary>
    Known,

    NotAnId,

    /// <summary>arXiv has no such paper, or not yet.</summary>
    NoSuchPaper,

    /// <summary>arXiv cannot be asked at the moment.</summary>
    SourceAway,

    TooOften,
    Closed,
}

/// <summary>The outcome, and of which paper where an id was read.</summary>
internal sealed record SubmitResult(SubmitOutcome Outcome, string? ArxivId = null);
