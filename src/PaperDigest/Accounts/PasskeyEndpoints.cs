using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>
/// Passkeys: registered, named and removed on <c>/account</c>, signed in with on <c>/signin</c>. The browser asks for the options of
/// an act first; what was asked is kept in a short-lived cookie that only this site can read, until the answer comes as a form.
/// </summary>
internal static class PasskeyEndpoints
{
    /// <summary>More are no help to anybody, and each is a way in.</summary>
    private const int MostPasskeys = 20;

    private const int LongestName = 60;

    public static void MapPasskeys(this WebApplication app)
    {
        var signIn = app.MapGroup("/signin/passkey").DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().RequireRateLimiting(RateLimits.Acts).WithOrder(-1);
        signIn.MapPost("/options", async (SignInManager<Account> session) => Results.Text(await session.MakePasskeyRequestOptionsAsync(null), "application/json"));
        signIn.MapPost("", SignInAsync).AcceptOnlyForms();

        var own = app.MapGroup("/account/passkeys").DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().RequireRateLimiting(RateLimits.Acts).RequireAuthorization();
        own.MapPost("/options", OptionsAsync);
        own.MapPost("", AddAsync).AcceptOnlyForms();
        own.MapPost("/name", RenameAsync).AcceptOnlyForms();
        own.MapPost("/remove", RemoveAsync).AcceptOnlyForms();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, SignInManager<Account> session, SigningIn signingIn, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var back = SignInForm.Back(form["return"]);
        var result = await AnswerAsync(() => session.PerformPasskeyAssertionAsync(form["credential"].ToString()));
        if (result is not { Succeeded: true }) return new SeeOther(back is null ? "/signin?failed=1" : $"/signin?failed=1&return={Uri.EscapeDataString(back)}");
        // With the counter by which a copied key would be noticed.
        await session.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await signingIn.EnterAsync(context, result.User, time.GetUtcNow());
        return new SeeOther(SignInEndpoints.NextOf(result.User, back));
    }

    private static async Task<IResult> OptionsAsync(HttpContext context, SignInManager<Account> session)
    {
        if (await session.UserManager.GetUserAsync(context.User) is not { } account) return Results.Unauthorized();
        var options = await session.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.PublicName ?? account.Email!,
        });
        return Results.Text(options, "application/json");
    }

    private static async Task<IResult> AddAsync(HttpContext context, SignInManager<Account> session, TimeProvider time)
    {
        var accounts = session.UserManager;
        if (await accounts.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var result = await AnswerAsync(() => session.PerformPasskeyAttestationAsync(form["credential"].ToString()));
        if (result is not { Succeeded: true } || result.UserEntity.Id != account.Id.ToString() || (await accounts.GetPasskeysAsync(account)).Count >= MostPasskeys)
            return new SeeOther("/account?saved=refused");
        result.Passkey.Name = NameIn(form) ?? $"Passkey of {time.GetUtcNow():d MMMM yyyy}";
        await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey);
        return new SeeOther("/account?saved=passkey");
    }

    private static async Task<IResult> RenameAsync(HttpContext context, UserManager<Account> accounts)
    {
        if (await accounts.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (NameIn(form) is not { } name || await FindAsync(accounts, account, form) is not { } passkey) return new SeeOther("/account");
        passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        return new SeeOther("/account?saved=renamed");
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, UserManager<Account> accounts)
    {
        if (await accounts.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (await FindAsync(accounts, account, form) is not { } passkey) return new SeeOther("/account");
        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        return new SeeOther("/account?saved=removed");
    }

    /// <summary>Only ever one of the account's own.</summary>
    private static async Task<UserPasskeyInfo?> FindAsync(UserManager<Account> accounts, Account account, IFormCollection form)
    {
        var id = form["id"].ToString();
        return Base64Url.IsValid(id) ? await accounts.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) : null;
    }

    private static string? NameIn(IFormCollection form)
    {
        var name = form["name"].ToString().Trim();
        return name.Length is 0 or > LongestName ? null : name;
    }

    /// <summary>Null for an answer to nothing that was asked: the cookie is gone or of another act.</summary>
    private static async Task<T?> AnswerAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
