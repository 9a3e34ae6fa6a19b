namespace PaperDigest.Community;

/// <summary>The links that a form asks for: each null, or an address of http or https.</summary>
public sealed record LinksWanted(string? Code, string? Project, string? Data)
{
    public const int LongestAddress = 500;

    /// <summary>Null when a field is neither empty nor such an address.</summary>
    public static LinksWanted? Read(IFormCollection form) =>
        TryAddress(form["code"], out var code) && TryAddress(form["project"], out var project) && TryAddress(form["data"], out var data)
            ? new LinksWanted(code, project, data)
            : null;

    private static bool TryAddress(string? typed, out string? address)
    {
        address = null;
        var asked = typed?.Trim() ?? "";
        if (asked.Length == 0) return true;
        // A name or password in an address only serves to pass one site off as another.
        if (asked.Length > LongestAddress || !Uri.TryCreate(asked, UriKind.Absolute, out var url)) return false;
        if (url.Scheme is not ("http" or "https") || url.Host.Length == 0 || url.UserInfo.Length > 0 || url.AbsoluteUri.Length > 2 * LongestAddress) return false;
        address = url.AbsoluteUri;
        return true;
    }
}
