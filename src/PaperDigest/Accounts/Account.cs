using Microsoft.AspNetCore.Identity;

namespace PaperDigest.Accounts;

/// <summary>A person who signs in. Reading, voting and subscribing need none.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountRole Role { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>What an account may do; each role includes those before it.</summary>
public enum AccountRole
{
    Reader,
    Curator,
    Admin,
}
