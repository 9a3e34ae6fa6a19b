using System.Text.Json;
using PaperDigest.Community;

namespace PaperDigest.Api;

/// <summary>A comment in Hugging Face's wire format.</summary>
internal static class WireComment
{
    /// <summary>The field <c>comments</c> of a paper.</summary>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<CommentView> comments)
    {
        json.WriteStartArray("comments");
        foreach (var comment in comments) Write(json, comment);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, CommentView comment)
    {
        json.WriteStartObject();
        json.WriteString("id", comment.Id.ToString("N"));
        Author(json, "author", comment);
        json.WriteString("createdAt", WireForm.Instant(comment.CreatedAt));
        json.WriteString("type", "comment");
        // Beyond Hugging Face's fields: theirs are flat.
        if (comment.ParentId is { } parent) json.WriteString("parentId", parent.ToString("N"));
        json.WriteStartObject("data");
        json.WriteBoolean("edited", comment.Version > 1);
        json.WriteBoolean("hidden", false);
        json.WriteStartObject("latest");
        json.WriteString("raw", comment.Body);
        json.WriteString("html", CommentMarkdown.ToHtml(comment.Body, comment.Mentions));
        json.WriteString("updatedAt", WireForm.Instant(comment.EditedAt ?? comment.CreatedAt));
        Author(json, "author", comment);
        json.WriteEndObject();
        json.WriteNumber("numEdits", comment.Version - 1);
        json.WriteStartArray("editors");
        if (comment.Author is { } name) json.WriteStringValue(name);
        json.WriteEndArray();
        Reactions(json, comment);
        json.WriteBoolean("isReport", false);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Reactions(Utf8JsonWriter json, CommentView comment)
    {
        json.WriteStartArray("reactions");
        foreach (var (kind, sign, _) in Community.Reactions.All.Where(r => comment.Reactions.ElementAtOrDefault((int)r.Kind) > 0))
        {
            json.WriteStartObject();
            json.WriteString("reaction", sign);
            // Who reacted is nobody's but theirs.
            json.WriteStartArray("users");
            json.WriteEndArray();
            json.WriteNumber("count", comment.Reactions[(int)kind]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Author(Utf8JsonWriter json, string property, CommentView comment)
    {
        var name = comment.Author ?? "";
        json.WriteStartObject(property);
        json.WriteString("_id", WireForm.Id("person", name));
        json.WriteString("avatarUrl", "");
        json.WriteString("fullname", name);
        json.WriteString("name", name);
        json.WriteString("type", "user");
        foreach (var no in (string[])["isPro", "isHf", "isHfAdmin"]) json.WriteBoolean(no, false);
        json.WriteBoolean("isMod", comment.IsCurators);
        json.WriteEndObject();
    }
}
