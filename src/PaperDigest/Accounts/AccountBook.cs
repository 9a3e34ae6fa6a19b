using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;

namespace PaperDigest.Accounts;

/// <summary>Creates and promotes accounts.</summary>
internal sealed class AccountBook(UserManager<Account> accounts, PaperDigestDb db)
{
    /// <summary>
    /// The account of <paramref name="email"/>, made when there is none, with at least <paramref name="role"/>; a higher role is kept.
    /// Safe to repeat, and at the same time.
    /// </summary>
    public async Task<Account> EnsureAsync(string email, AccountRole role, DateTimeOffset now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        // An account that is not there yet has no row to lock.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('paperdigest.account'), hashtext({email.ToLowerInvariant()}))");
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account { Id = Guid.CreateVersion7(), Email = email, UserName = email, EmailConfirmed = true, Role = role, CreatedAt = now };
            Check(await accounts.CreateAsync(account));
        }
        if (account.Role < role)
        {
            account.Role = role;
            Check(await accounts.UpdateAsync(account));
        }
        await transaction.CommitAsync();
        return account;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
