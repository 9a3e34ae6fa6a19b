using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>The name that browsers bind this site's passkeys to.</summary>
internal static class PasskeyDomain
{
    /// <summary>
    /// The host of the public address; null where browsers allow no passkeys: for a bare IP address, and without https, except on
    /// the machine itself.
    /// </summary>
    public static string? Of(SiteOptions site) =>
        Uri.TryCreate(site.PublicUrl, UriKind.Absolute, out var url) && url.HostNameType == UriHostNameType.Dns
        && (url.Scheme == Uri.UriSchemeHttps || url.IdnHost is "localhost" || url.IdnHost.EndsWith(".localhost", StringComparison.Ordinal))
            ? url.IdnHost
            : null;
}
