using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PaperDigest.Accounts;

/// <summary>Signs people in on the browser of a request. What they did there as a visitor becomes theirs first.</summary>
internal sealed class SigningIn(AccountBook book, SignInManager<Account> session, PersonalRecords records, IOptions<AccountsOptions> options)
{
    /// <summary>
    /// Signs in whom a link that was just used up is for, and makes the account when there is none. Null when the account is gone,
    /// or no new ones are made.
    /// </summary>
    public async Task<Account?> EnterAsync(HttpContext context, LinkOwner owner, DateTimeOffset now)
    {
        var accounts = session.UserManager;
        var account = owner.Account is { } id ? await accounts.FindByIdAsync(id.ToString()) : await accounts.FindByEmailAsync(owner.Email);
        if (account is null && owner.Account is null && options.Value.Open) account = await book.EnsureAsync(owner.Email, AccountRole.Reader, now);
        if (account is null) return null;
        await EnterAsync(context, account, now);
        return account;
    }

    /// <summary>Signs the account in.</summary>
    public async Task EnterAsync(HttpContext context, Account account, DateTimeOffset now)
    {
        if (Visitor.IdOf(context) is { } visitor)
        {
            await records.TakeOverAsync(new TakeOver(visitor, account.Id, now), context.RequestAborted);
            Visitor.Forget(context);
        }
        await session.SignInAsync(account, isPersistent: true);
    }
}
