namespace PaperDigest.Listings;

/// <summary>A record that a run could not take in, kept with the reason so that somebody can look at it. It lasts some months.</summary>
public sealed class RejectedRecord
{
    public long Id { get; set; }
    public Guid RunId { get; set; }

    public required string Reason { get; set; }

    /// <summary>A few words to recognise it by.</summary>
    public required string Excerpt { get; set; }

    /// <summary>The element or line as the source gave it, cut where it is very long.</summary>
    public required string Record { get; set; }

    public DateTimeOffset NotedAt { get; set; }
}
