using Microsoft.AspNetCore.Identity;

namespace PaperDigest.Accounts;

/// <summary>A person who signs in. Reading, voting and subscribing need none.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountRole Role { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>What others see of the person; null until it is chosen, and then it is asked for before anything public is done.</summary>
    public string? PublicName { get; set; }

    /// <summary>The public name in small letters: two names that differ in case only would be taken for each other.</summary>
    public string? PublicNameKey { get; set; }

    /// <summary>Whose records the slices keep.</summary>
    internal Person Person => new(Id, Email!, PublicName);
}

/// <summary>What an account may do; each role includes those before it.</summary>
public enum AccountRole
{
    Reader,
    Curator,
    Admin,
}
