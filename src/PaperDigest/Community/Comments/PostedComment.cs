using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>Where a comment stands.</summary>
/// <param name="Before">How many answers of its thread are older.</param>
internal sealed record PostedComment(Guid Id, string ArxivId, Guid Thread, int Before)
{
    /// <summary>The name by which a page leads to a comment.</summary>
    public static string Anchor(Guid id) => $"c{id:N}";

    /// <summary>The address that always leads to a comment, on whichever page it stands.</summary>
    public static string Permalink(Guid id) => $"/comments/{id:N}";

    /// <summary>The page of its thread that shows it, and its place there.</summary>
    public string InThread
    {
        get
        {
            var page = 1 + (Before / DiscussionPlace.RepliesOnPage);
            return $"{PaperLinks.Paper(ArxivId)}/comments?thread={Thread:N}{(page > 1 ? $"&page={page}" : "")}#{Anchor(Id)}";
        }
    }

    /// <summary>Its place on the page that a form was on, where that shows it; in its thread otherwise.</summary>
    public string From(string page) => Before >= DiscussionPlace.RepliesInList ? InThread : $"{page}#{Anchor(Id)}";
}
