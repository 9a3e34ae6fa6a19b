using Microsoft.AspNetCore.Identity;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>The forms of signing in and out. A link that is only opened does nothing: mail scanners open links.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        var forms = app.MapGroup("").DisableAntiforgery().AddEndpointFilter<SameOriginOnly>();
        forms.MapPost("/signin/{token}", RedeemAsync).RequireRateLimiting(RateLimits.Acts).WithOrder(-1);
        forms.MapPost("/signout", async (SignInManager<Account> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.Redirect("/");
        });
    }

    private static async Task<IResult> RedeemAsync(
        string token, SignInLinks links, SignInManager<Account> signIn, TimeProvider time, CancellationToken cancel)
    {
        if (await links.RedeemAsync(token, time.GetUtcNow(), cancel) is not { } id) return Results.Redirect($"/signin/{Uri.EscapeDataString(token)}");
        var account = await signIn.UserManager.FindByIdAsync(id.ToString());
        if (account is null) return Results.Redirect("/signin");
        await signIn.SignInAsync(account, isPersistent: true);
        return Results.Redirect("/account");
    }
}
