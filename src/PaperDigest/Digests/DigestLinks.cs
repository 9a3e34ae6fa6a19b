namespace PaperDigest.Digests;

/// <summary>What of a digest is the subscriber's own: when it comes, and the ways to change or end that.</summary>
public sealed record DigestLinks(string When, string Manage, string Unsubscribe);
