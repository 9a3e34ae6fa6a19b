namespace PaperDigest.Community;

/// <summary>The visits of a reader who once asked what is new since the last one: a row, however often he comes.</summary>
public sealed class Visit
{
    /// <summary>The account's or the visitor's id (<see cref="Reader"/>).</summary>
    public Guid ReaderId { get; set; }

    /// <summary>When the visit before this one ended; null in the first.</summary>
    public DateTimeOffset? SeenUntil { get; set; }

    /// <summary>When a list was last looked at, to some minutes.</summary>
    public DateTimeOffset LastAt { get; set; }
}
