namespace PaperDigest.Accounts;

/// <summary>
/// A one-time link to sign in with. Only the hash of its token is kept, so that a copy of this table opens nothing. A printed link
/// is an account's, a mailed one an address's, whose account is made when the link is used.
/// </summary>
public sealed class SignInLink
{
    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; set; }

    public Guid? AccountId { get; set; }

    /// <summary>The address as mail was sent to it; null for a printed link.</summary>
    public string? Email { get; set; }

    /// <summary>The address in lower case.</summary>
    public string? EmailKey { get; set; }

    /// <summary>When the form asked for it; null for a printed link.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
