namespace PaperDigest.Catalogue;

/// <summary>
/// What is known of one category's listing of one date that arXiv should have made: whether it is in, what the last try saw, and
/// when the next is due. A date without watches was never waited for here.
/// </summary>
public sealed class ListingWatch
{
    public DateOnly Date { get; set; }
    public required string Category { get; set; }
    public ListingWatchState State { get; set; }
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When the job asks again; null when nothing more is to be done, or tries were given up.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    /// <summary>Tries since the watch came to await what it awaits now; the wait before the next widens with them.</summary>
    public int Attempts { get; set; }

    /// <summary>What the last try saw, in words for the operator.</summary>
    public string? Message { get; set; }

    /// <summary>When arXiv's records were last compared with the listing, to the end.</summary>
    public DateTimeOffset? ReconciledAt { get; set; }

    /// <summary>Papers of the listing that only arXiv's records named.</summary>
    public int FilledIn { get; set; }

    /// <summary>Whether only a run by hand ever asked for it. The job catches up from the first date that it waited for itself.</summary>
    public bool ByHand { get; set; }

    /// <summary>Whether nothing is missing for readers: it is in, or known to have no papers.</summary>
    public bool IsHere => State is ListingWatchState.Whole or ListingWatchState.Truncated or ListingWatchState.Rebuilt or ListingWatchState.Quiet;
}

/// <summary>How a watched listing stands.</summary>
public enum ListingWatchState
{
    /// <summary>Nothing was asked yet.</summary>
    Awaited,

    /// <summary>The feed was asked and has nothing of this date, or nothing at all.</summary>
    Late,

    /// <summary>The feed showed the listing before under this date.</summary>
    Stale,

    /// <summary>arXiv could not be reached, or its answer could not be used.</summary>
    Refused,

    /// <summary>In, but the feed ended at its limit: what is beyond it is to be filled in from arXiv's records.</summary>
    Truncated,

    /// <summary>In, from the feed.</summary>
    Whole,

    /// <summary>In, rebuilt from arXiv's records after the feed had gone.</summary>
    Rebuilt,

    /// <summary>The category has no paper of this date, while others do.</summary>
    Quiet,

    /// <summary>No category has a paper of this date, and the calendar does not say why; or a holiday, as it does say.</summary>
    None,
}
