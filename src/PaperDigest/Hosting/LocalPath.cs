namespace PaperDigest.Hosting;

/// <summary>Where a form asks to be sent back to; only ever a page of this site.</summary>
internal static class LocalPath
{
    private static readonly Uri Site = new("http://site.invalid");

    /// <summary>
    /// <paramref name="asked"/> as a path that is safe in a Location header, or <paramref name="otherwise"/> when it leads
    /// elsewhere. It is read the way browsers read it, by whom "/\host" and "/..//host" are other hosts.
    /// </summary>
    public static string Or(string? asked, string otherwise)
    {
        if (asked is not ['/', ..] || !Uri.TryCreate(Site, asked, out var url) || url.Authority != Site.Authority) return otherwise;
        var path = url.PathAndQuery + url.Fragment;
        return path is ['/', '/' or '\\', ..] ? otherwise : path;
    }
}
