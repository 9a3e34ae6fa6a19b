using System.Text.Json;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>
/// Comments in the wire format: POST <c>{"comment": "…"}</c>, for a session that is signed in and from our own pages; there are no
/// access tokens, so that everybody else is refused as before.
/// </summary>
internal static class WireComments
{
    /// <summary>Of a longer discussion an answer has the newest.</summary>
    private const int MostShown = 100;

    private const int MostBytes = (6 * CommentText.Longest) + 1024;

    public static void MapWireComments(this WebApplication app)
    {
        Map(app, "/api/papers/{id}", (context, route) => $"{route["id"]}");
        Map(app, "/api/papers/{archive}/{number}", (context, route) => $"{route["archive"]}/{route["number"]}");
    }

    /// <summary>One paper with its discussion, the oldest of what is shown first.</summary>
    public static async Task<IResult> WithCommentsAsync(HttpContext context, PaperFacts paper, CommentQueries comments)
    {
        var said = await comments.NewestAsync(paper.Paper.ArxivId, MostShown, context.RequestAborted);
        return SharedAnswers.Answer(WirePaper.Detail(paper, json => WireComment.WriteAll(json, said)), WireEndpoints.Json);
    }

    private static void Map(WebApplication app, string paper, Func<HttpContext, RouteValueDictionary, string> id)
    {
        foreach (var path in (string[])[paper + "/comment", paper + "/comment/{comment}/reply"])
        {
            app.MapPost(path, (HttpContext context, Discussion discussion, CommentQueries comments, TimeProvider time) =>
                PostAsync(context, id(context, context.Request.RouteValues), new Desk(discussion, comments, time))).DisableAntiforgery().RequireRateLimiting(RateLimits.Acts);
        }
    }

    private static async Task<IResult> PostAsync(HttpContext context, string asked, Desk desk)
    {
        if (CurrentAccount.IdOf(context.User) is not { } author) return WireError.Of(context, StatusCodes.Status401Unauthorized, WireError.NoTokens);
        if (!SameOriginOnly.Allows(context.Request)) return WireError.Of(context, StatusCodes.Status403Forbidden, "This can only be sent from our own pages.");
        if (!ArxivId.TryParse(Uri.UnescapeDataString(asked), out var paper)) return WireError.Of(context, StatusCodes.Status404NotFound, WireError.NoPaper);
        Guid? parent = null;
        if (context.Request.RouteValues["comment"] is string answered)
        {
            if (!Guid.TryParse(answered, out var id)) return WireError.Of(context, StatusCodes.Status404NotFound, "Comment not found");
            parent = id;
        }
        var text = CommentText.Clean(await ReadAsync(context));
        if (CommentText.ProblemWith(text) is { } problem) return WireError.Of(context, StatusCodes.Status400BadRequest, problem);
        var result = await desk.Discussion.PostAsync(new CommentDraft(paper.ToString(), parent, author, text), desk.Time.GetUtcNow(), context.RequestAborted);
        return result.Outcome switch
        {
            PostOutcome.Posted => await CreatedAsync(context, result.Comment!, desk.Comments),
            PostOutcome.NoName => WireError.Of(context, StatusCodes.Status403Forbidden, "The account has no public name yet."),
            PostOutcome.TooOften => WireError.Of(context, StatusCodes.Status429TooManyRequests, "That was too much at once."),
            _ => WireError.Of(context, StatusCodes.Status404NotFound, parent is null ? WireError.NoPaper : "Comment not found"),
        };
    }

    private static async Task<IResult> CreatedAsync(HttpContext context, PostedComment posted, CommentQueries comments)
    {
        var comment = await comments.FindAsync(posted.Id, context.RequestAborted);
        var body = JsonBytes.Of(json => WireComment.Write(json, comment!));
        return Results.Text(body, WireEndpoints.Json, StatusCodes.Status201Created);
    }

    /// <summary>The field <c>comment</c> of the body; null when there is none that can be read.</summary>
    private static async Task<string?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or > MostBytes) return null;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("comment", out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Desk(Discussion Discussion, CommentQueries Comments, TimeProvider Time);
}
