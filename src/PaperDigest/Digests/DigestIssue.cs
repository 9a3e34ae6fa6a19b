namespace PaperDigest.Digests;

/// <summary>What the digest of one cadence and period was made from; the archive shows it.</summary>
public sealed class DigestIssue
{
    public Cadence Cadence { get; set; }

    /// <summary>The period's name: a local date such as <c>2026-05-12</c> for a daily digest.</summary>
    public required string PeriodKey { get; set; }

    public DateOnly ListingDate { get; set; }
    public DateTimeOffset ComposedAt { get; set; }

    /// <summary>The papers in their order.</summary>
    public required string[] PaperIds { get; set; }
}
