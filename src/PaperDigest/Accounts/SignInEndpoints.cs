using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>The forms of signing in and out. A link that is only opened does nothing: mail scanners open links.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        var forms = app.MapGroup("").DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().WithOrder(-1);
        forms.MapPost("/signin", AskAsync).AcceptOnlyForms().RequireRateLimiting(RateLimits.Mailing);
        forms.MapPost("/signin/{token}", RedeemAsync).AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
        forms.MapPost("/signout", async (SignInManager<Account> session) =>
        {
            await session.SignOutAsync();
            return new SeeOther("/");
        });
    }

    private static async Task<IResult> AskAsync(HttpContext context, AskForLink asking, TimeProvider time, CancellationToken cancel)
    {
        var form = SignInForm.Read(await context.Request.ReadFormAsync(cancel));
        if (form.Problem is not null)
        {
            context.Items[typeof(SignInForm)] = form;
            return new RazorComponentResult<WholePage>(new { Of = typeof(SignInPage) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        return await asking.AskAsync(form.Address, form.Return, time.GetUtcNow(), cancel)
            ? new SeeOther("/signin/sent")
            : new FormRefusal(
                StatusCodes.Status429TooManyRequests, "Too many links were asked for",
                "This site mails only so many sign-in links in an hour, and they are used up. Nothing was sent; try again in an hour.");
    }

    private static async Task<IResult> RedeemAsync(HttpContext context, string token, SignInLinks links, SigningIn signingIn, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // The page says that a link is not good.
        if (await links.RedeemAsync(token, now, context.RequestAborted) is not { } owner) return new SeeOther($"/signin/{Uri.EscapeDataString(token)}");
        if (await signingIn.EnterAsync(context, owner, now) is not { } account) return new SeeOther("/signin");
        return new SeeOther(NextOf(account, SignInForm.Back(form["return"])));
    }

    /// <summary>Where a person goes who has just signed in: to choose a name while there is none, and then back to what he was at.</summary>
    public static string NextOf(Account account, string? back) => (account.PublicName, back) switch
    {
        (null, null) => "/account",
        (null, _) => $"/account?return={Uri.EscapeDataString(back)}",
        _ => back ?? "/",
    };
}
