namespace PaperDigest.Site;

/// <summary>Our cookies that make a page somebody's own. A stranger's cookie, a proxy's say, changes nothing we render.</summary>
internal static class PersonalCookies
{
    /// <summary>With which the names of all of them begin: the visitor's and the account's.</summary>
    private const string Prefix = "pd_";

    public static bool AnyIn(HttpRequest request) => request.Cookies.Keys.Any(name => name.StartsWith(Prefix, StringComparison.Ordinal));
}
