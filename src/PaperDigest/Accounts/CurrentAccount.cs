using System.Security.Claims;

namespace PaperDigest.Accounts;

/// <summary>Who is signed in, as the cookie of the request says.</summary>
internal static class CurrentAccount
{
    public const string PublicNameClaim = "public_name";

    /// <summary>The account's id; null for a visitor.</summary>
    public static Guid? IdOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The account's public name; null while none was chosen.</summary>
    public static string? PublicNameOf(ClaimsPrincipal user) => user.FindFirstValue(PublicNameClaim);
}
