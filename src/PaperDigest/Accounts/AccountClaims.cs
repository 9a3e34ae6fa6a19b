using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PaperDigest.Accounts;

/// <summary>What a signed-in account carries: each role includes those before it, so that a page asks for the least it needs.</summary>
internal sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        foreach (var role in Enum.GetValues<AccountRole>().Where(r => r <= user.Role))
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString().ToLowerInvariant()));
        if (user.PublicName is { } name) identity.AddClaim(new Claim(CurrentAccount.PublicNameClaim, name));
        return identity;
    }
}
