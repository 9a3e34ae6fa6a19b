namespace PaperDigest.Digests;

/// <summary>
/// That a subscription's period was dealt with. Unique per subscription, cadence and period: however often and by however many
/// processes a period is planned, it is planned once. A period in which nothing was mailed has a row too, with the reason.
/// </summary>
public sealed class Delivery
{
    public Guid Id { get; set; }
    public Guid SubscriptionId { get; set; }
    public Cadence Cadence { get; set; }
    public required string PeriodKey { get; set; }

    /// <summary>What was mailed; null when nothing was.</summary>
    public Guid? IssueId { get; set; }

    /// <summary>The frozen message in the outbox; null when nothing was mailed.</summary>
    public Guid? MailId { get; set; }

    /// <summary>Why nothing was mailed; null when something was.</summary>
    public SuppressionReason? SuppressedBecause { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Why a period passed without a digest.</summary>
public enum SuppressionReason
{
    /// <summary>No listing was announced since the last digest.</summary>
    NoNewListing,

    /// <summary>The listing holds no paper of the topics that was not mailed before.</summary>
    NoPaperInTopics,
}
