namespace PaperDigest.Accounts;

/// <summary>A one-time link to sign in with. Only the hash of its token is kept, so that a copy of the database opens nothing.</summary>
public sealed class SignInLink
{
    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; set; }

    public Guid AccountId { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
