using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>What the form of a comment holds, from the first blank one to one that is shown again because something was wrong.</summary>
/// <param name="ArxivId">The paper that it is about; empty where the form named none.</param>
/// <param name="Text">As it was typed.</param>
public sealed record CommentEntry(string ArxivId, string Text)
{
    /// <summary>The comment to answer; null to begin a thread.</summary>
    public Guid? Parent { get; init; }

    /// <summary>The comment to give another text; null for a new one.</summary>
    public Guid? Edited { get; init; }

    /// <summary>Made for each form that is shown, so that one which is sent twice posts once.</summary>
    public string FormKey { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The page that the form is on, without a fragment.</summary>
    public required string Return { get; init; }

    /// <summary>Why it was not posted; null when it was not sent yet, or only to look at it.</summary>
    public string? Problem { get; init; }

    /// <summary>A blank form.</summary>
    public static CommentEntry Blank(string arxivId, Guid? parent, string page) => new(arxivId, "") { Parent = parent, Return = page };

    internal static CommentEntry Read(IFormCollection form)
    {
        var paper = PaperIn(form["paper"]);
        return new CommentEntry(paper, form["body"].ToString())
        {
            Parent = Guid.TryParse(form["parent"], out var parent) ? parent : null,
            FormKey = form["key"].ToString(),
            Return = LocalPath.Or(form["return"], paper.Length == 0 ? "/" : PaperLinks.Paper(paper)),
        };
    }

    private static string PaperIn(string? text) => Sources.Arxiv.ArxivId.TryParse(text, out var id) ? id.ToString() : "";
}
