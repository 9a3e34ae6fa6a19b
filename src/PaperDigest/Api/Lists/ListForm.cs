using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>A form in which lists are given out, under <c>/papers.</c> and its name.</summary>
/// <param name="Papers">How many it holds unless a limit is given, and the highest limit.</param>
internal sealed record ListForm(string Name, string ContentType, Func<PaperList, SiteOptions, byte[]> Write, (int Usual, int Most) Papers)
{
    /// <summary>Whether it is a file to keep, rather than something to look at again.</summary>
    public bool IsFile { get; init; }
}
