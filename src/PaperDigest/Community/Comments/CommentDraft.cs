using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Community;

/// <summary>A comment about to be posted; its text is clean and has no problem.</summary>
internal sealed record CommentDraft(string ArxivId, Guid? Parent, Guid Author, string Body)
{
    /// <summary>What the form carries so that sending it twice posts once; any text, empty for a caller without one.</summary>
    public string FormKey { get; init; } = "";

    /// <summary>The same for the same text from the same form; a form that is found again and filled anew is another.</summary>
    public Guid PostKey => FormKey.Length == 0
        ? Guid.NewGuid()
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{FormKey}\n{ArxivId}\n{Parent}\n{Body}")).AsSpan(0, 16));
}

/// <summary>A new text for a comment of one's own.</summary>
internal sealed record CommentEdit(Guid Comment, Guid Author, string Body);
