using System.Text.Json;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>
/// Reads one wrapper of the daily list, in the layouts of 2023 to 2026. A field of the wrong type is as good as absent; only a
/// paper without an arXiv id or a title is refused.
/// </summary>
internal static class DailyPaperReader
{
    private const int LongestName = 200;
    private const int LongestSummary = 4_000;
    private const int MostWords = 50;
    private const int MostMedia = 20;

    /// <summary>The paper, or why it can't be one.</summary>
    public static (DailyPaper? Paper, string? Reason) Read(JsonElement wrapper)
    {
        if (wrapper.ValueKind != JsonValueKind.Object || wrapper.Child("paper") is not { ValueKind: JsonValueKind.Object } paper)
            return (null, "It is no object with a paper in it.");
        if (!ArxivId.TryParse(paper.Text("id"), out var id))
            return (null, paper.Text("id") is { Length: > 0 } other ? $"'{ArxivText.Excerpt(other, 60)}' is not an arXiv id." : "It has no arXiv id.");
        if (ArxivText.Line(paper.Text("title") ?? wrapper.Text("title")) is not { Length: > 0 } title)
            return (null, "It has no title.");
        return (Paper(wrapper, paper, id, title), null);
    }

    private static DailyPaper Paper(JsonElement wrapper, JsonElement paper, ArxivId id, string title) => new()
    {
        Id = id,
        Title = title,
        Abstract = ArxivText.Paragraphs(paper.Text("summary") ?? wrapper.Text("summary")),
        Authors = AuthorList.OfNames(paper.Items("authors").Where(a => !a.IsTrue("hidden")).Select(a => Name(a.Text("name")))).Names,
        PublishedAt = paper.Instant("publishedAt"),
        Submission = Submission(wrapper, paper),
        Votes = paper.Count("upvotes"),
        Comments = wrapper.Count("numComments"),
        CodeUrl = paper.WebAddress("githubRepo"),
        CodeStars = paper.Count("githubStars"),
        ProjectUrl = paper.WebAddress("projectPage"),
        Keywords = [.. paper.Items("ai_keywords").Select(k => Name(k.AsText())).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)],
        Summary = Bounded(ArxivText.Line(paper.Text("ai_summary")), LongestSummary),
        SummaryModel = Name(paper.Text("ai_summary_model")),
        Organization = Organization(paper.Child("organization") ?? wrapper.Child("organization")),
        ThumbnailUrl = wrapper.WebAddress("thumbnail"),
        MediaUrls = Media(wrapper, paper),
        DiscussionId = Name(paper.Text("discussionId")),
    };

    /// <summary>
    /// Since March 2025 the paper says when it was submitted. Before, the wrapper did, in a field that has since become the paper's
    /// date moved back by New York's offset: an instant before the paper's own is no submission.
    /// </summary>
    private static DailySubmission Submission(JsonElement wrapper, JsonElement paper)
    {
        var at = paper.Instant("submittedOnDailyAt")
            ?? (wrapper.Instant("publishedAt") is { } submitted && submitted >= paper.Instant("publishedAt") ? submitted : null);
        var by = paper.Child("submittedOnDailyBy") is { ValueKind: JsonValueKind.Object } known ? known : wrapper.Child("submittedBy");
        return new DailySubmission(at, Name(by?.Text("user") ?? by?.Text("name")), Name(by?.Text("fullname")));
    }

    private static string? Organization(JsonElement? organization) => Name(organization?.Text("fullname") ?? organization?.Text("name"));

    private static List<string> Media(JsonElement wrapper, JsonElement paper)
    {
        var named = wrapper.Items("mediaUrls").Concat(paper.Items("mediaUrls")).Select(m => m.AsWebAddress()).Append(wrapper.WebAddress("mediaUrl"));
        return [.. named.OfType<string>().Distinct().Take(MostMedia)];
    }

    /// <summary>A name in one line; what is longer than any name is none.</summary>
    private static string? Name(string? text) => Bounded(ArxivText.Line(text), LongestName);

    private static string? Bounded(string text, int longest) => text.Length > 0 && text.Length <= longest ? text : null;
}
