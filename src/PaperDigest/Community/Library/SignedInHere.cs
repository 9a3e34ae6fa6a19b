using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>
/// What happens when a visitor of this browser signs in, by whatever way: the account takes over what the visitor saved and read,
/// so that nobody has to sign in before keeping something.
/// </summary>
internal static class SignedInHere
{
    public static void HandOverLibraries(this IServiceCollection services) => services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie =>
    {
        var before = cookie.Events.OnSignedIn;
        cookie.Events.OnSignedIn = async context =>
        {
            await before(context);
            await HandOverAsync(context);
        };
    });

    private static async Task HandOverAsync(CookieSignedInContext context)
    {
        var http = context.HttpContext;
        if (Visitor.IdOf(http) is not { } visitor || context.Principal is not { } user || CurrentAccount.IdOf(user) is not { } account) return;
        await http.RequestServices.GetRequiredService<SavedPapers>().HandOverAsync(visitor, account, http.RequestAborted);
    }
}
