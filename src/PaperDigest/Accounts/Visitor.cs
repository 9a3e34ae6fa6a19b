using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PaperDigest.Accounts;

/// <summary>
/// Who acts, without an account: a random id in a signed cookie that is set by the first act and never by reading, so that pages
/// stay the same for everybody and can be cached. It says nothing about the person and can't be made up.
/// </summary>
internal static class Visitor
{
    public const string Cookie = "pd_visitor";

    /// <summary>After which the browser forgets the visitor.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The visitor's id; null without a cookie, and with one that this site did not sign.</summary>
    public static Guid? IdOf(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } signed) return null;
        try
        {
            return Guid.TryParseExact(Signature(context).Unprotect(signed), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The visitor's id; a visitor without one is given it with this answer, for a year.</summary>
    public static Guid Admit(HttpContext context)
    {
        if (IdOf(context) is { } known) return known;
        var id = Guid.NewGuid();
        context.Response.Cookies.Append(Cookie, Signature(context).Protect(id.ToString("N")), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Lifetime, IsEssential = true,
        });
        return id;
    }

    /// <summary>Takes the cookie away; what the visitor did stays.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    private static IDataProtector Signature(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("visitor");
}
