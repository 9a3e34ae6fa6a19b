using System.Net;

namespace PaperDigest.Digests;

/// <summary>
/// A digest rendered once for all who get the same papers. What is a subscriber's own is filled in afterwards, so that a million
/// subscribers do not mean a million renderings.
/// </summary>
internal sealed record DigestTemplate(string Subject, string Text, string Html)
{
    // Made anew for each process: no title can hold them.
    private static readonly string Mark = Guid.NewGuid().ToString("N");

    /// <summary>What is rendered in the places of the subscriber's own.</summary>
    public static DigestLinks Marks { get; } = new($"when-{Mark}", $"manage-{Mark}", $"unsubscribe-{Mark}");

    /// <summary>The text part of one subscriber.</summary>
    public string TextFor(DigestLinks links) => Fill(Text, links, value => value);

    /// <summary>The HTML part of one subscriber.</summary>
    public string HtmlFor(DigestLinks links) => Fill(Html, links, WebUtility.HtmlEncode);

    private static string Fill(string part, DigestLinks links, Func<string, string> encode) => part
        .Replace(Marks.When, encode(links.When), StringComparison.Ordinal)
        .Replace(Marks.Manage, encode(links.Manage), StringComparison.Ordinal)
        .Replace(Marks.Unsubscribe, encode(links.Unsubscribe), StringComparison.Ordinal);
}
