namespace PaperDigest.Digests;

/// <summary>That an address wants a digest: how often, at what local hour, on which topics.</summary>
public sealed class Subscription
{
    public Guid Id { get; set; }

    /// <summary>The address as mail is sent to it.</summary>
    public required string Email { get; set; }

    /// <summary>The address in lower case: one subscription per address and cadence.</summary>
    public required string EmailKey { get; set; }

    public Cadence Cadence { get; set; }

    /// <summary>IANA name of the time zone in which <see cref="Hour"/> is meant.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Local hour of delivery, 0 to 23.</summary>
    public int Hour { get; set; }

    /// <summary>Categories wanted; empty means all trending papers.</summary>
    public required string[] Topics { get; set; }

    public SubscriptionState State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? ConfirmationSentAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the next digest falls due (UTC); moves in the transaction that writes the delivery. Null unless confirmed.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>The newest listing this subscription was served from.</summary>
    public DateOnly? LastListing { get; set; }
}

/// <summary>How often a digest comes.</summary>
public enum Cadence
{
    Daily,
    Weekly,
    Monthly,
}

/// <summary>Where a subscription stands. Nothing is mailed before it is confirmed, save the question itself.</summary>
public enum SubscriptionState
{
    Pending,
    Confirmed,
    Ended,
}
