using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>The forms of <c>/account</c>: the public name, and ending all sessions.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountForms(this WebApplication app)
    {
        var forms = app.MapGroup("/account").DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().RequireAuthorization().RequireRateLimiting(RateLimits.Acts);
        forms.MapPost("/name", NameAsync).AcceptOnlyForms();
        forms.MapPost("/signout-everywhere", SignOutEverywhereAsync);
    }

    private static async Task<IResult> NameAsync(HttpContext context, PublicNames names, SignInManager<Account> session, IOptions<SiteOptions> site)
    {
        if (await session.UserManager.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (typed, back) = (form["name"].ToString(), SignInForm.Back(form["return"]));
        var (name, problem) = PublicName.Read(typed, site.Value.Name);
        if (name is null) return Again(context, new NameForm(typed, back, problem!));
        if (!await names.ChooseAsync(account.Id, name, context.RequestAborted))
            return Again(context, new NameForm(typed, back, "Somebody else has this name, or one that differs in the size of letters only. Choose another."));
        (account.PublicName, account.PublicNameKey) = (name.Text, name.Key);
        // The name is in the cookie.
        await session.RefreshSignInAsync(account);
        return new SeeOther(back ?? "/account?saved=name");
    }

    /// <summary>With a new stamp no cookie of before is good any more; each is looked at again within a minute.</summary>
    private static async Task<IResult> SignOutEverywhereAsync(HttpContext context, SignInManager<Account> session)
    {
        if (await session.UserManager.GetUserAsync(context.User) is { } account) await session.UserManager.UpdateSecurityStampAsync(account);
        await session.SignOutAsync();
        return new SeeOther("/signin");
    }

    private static RazorComponentResult<WholePage> Again(HttpContext context, NameForm form)
    {
        context.Items[typeof(NameForm)] = form;
        return new(new { Of = typeof(AccountPage) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }
}
