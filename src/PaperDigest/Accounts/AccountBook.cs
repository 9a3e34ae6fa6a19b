using Microsoft.AspNetCore.Identity;

namespace PaperDigest.Accounts;

/// <summary>Creates and promotes accounts.</summary>
internal sealed class AccountBook(UserManager<Account> accounts)
{
    /// <summary>
    /// The account of <paramref name="email"/>, made when there is none, with at least <paramref name="role"/>; a higher role is kept.
    /// Safe to repeat.
    /// </summary>
    public async Task<Account> EnsureAsync(string email, AccountRole role, DateTimeOffset now)
    {
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(), Email = email, UserName = email, EmailConfirmed = true, Role = role, CreatedAt = now };
            Check(await accounts.CreateAsync(account));
        }
        if (account.Role >= role) return account;
        account.Role = role;
        Check(await accounts.UpdateAsync(account));
        return account;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
