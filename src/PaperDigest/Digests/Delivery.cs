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

    /// <summary>The listing the digest was made from; null when nothing was mailed.</summary>
    public DateOnly? ListingDate { get; set; }

    /// <summary>The frozen message in the outbox; null when nothing was mailed.</summary>
    public Guid? MailId { get; set; }

    /// <summary>Why nothing was mailed; null when something was.</summary>
    public string? SuppressedBecause { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
