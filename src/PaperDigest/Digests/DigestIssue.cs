using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Digests;

/// <summary>
/// A digest as it was composed: which papers in which order, for those who chose these topics and were mailed the same before.
/// Deliveries point to it; the archive shows it. Its id is made of what it holds, so that composing it again adds nothing.
/// </summary>
public sealed class DigestIssue
{
    public Guid Id { get; set; }
    public Cadence Cadence { get; set; }

    /// <summary>The period's name: a local date such as <c>2026-05-12</c> for a daily digest.</summary>
    public required string PeriodKey { get; set; }

    public DateOnly ListingDate { get; set; }

    /// <summary>The categories chosen; empty for all trending papers.</summary>
    public required string[] Topics { get; set; }

    /// <summary>The papers in their order.</summary>
    public required string[] PaperIds { get; set; }

    public DateTimeOffset ComposedAt { get; set; }

    internal static DigestIssue Of(string periodKey, DigestContent content, DateTimeOffset now)
    {
        string[] papers = [.. content.Papers.Select(p => p.Card.ArxivId)];
        var held = $"daily|{periodKey}|{content.Listing:O}|{string.Join(',', content.Topics)}|{string.Join(',', papers)}";
        return new DigestIssue
        {
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(held)).AsSpan(0, 16)), Cadence = Cadence.Daily, PeriodKey = periodKey,
            ListingDate = content.Listing, Topics = content.Topics, PaperIds = papers, ComposedAt = now,
        };
    }
}
