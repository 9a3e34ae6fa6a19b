using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>
/// POST casts, DELETE takes back: for who is signed in, from our own pages, as Hugging Face's own button does. There are no access
/// tokens, so that no other client can.
/// </summary>
internal static class UpvoteEndpoints
{
    public static void MapUpvotes(this WebApplication app)
    {
        foreach (var path in (string[])["/api/papers/{id}/upvote", "/api/papers/{archive}/{number}/upvote"])
            app.MapMethods(path, [HttpMethods.Post, HttpMethods.Delete], VoteAsync).DisableAntiforgery().RequireRateLimiting(RateLimits.Acts);
    }

    private static async Task<IResult> VoteAsync(HttpContext context, Ballot ballot, TimeProvider time)
    {
        var (request, now, cancel) = (context.Request, time.GetUtcNow(), context.RequestAborted);
        if (CurrentAccount.IdOf(context.User) is not { } account || !SameOriginOnly.Allows(request))
            return WireError.Of(context, StatusCodes.Status401Unauthorized, WireError.NoTokens);
        var route = request.RouteValues;
        if (!ArxivId.TryParse(Uri.UnescapeDataString(route.TryGetValue("id", out var whole) ? $"{whole}" : $"{route["archive"]}/{route["number"]}"), out var id))
            return WireError.Of(context, StatusCodes.Status404NotFound, WireError.NoPaper);
        var standing = HttpMethods.IsPost(request.Method)
            ? await ballot.CastAsync(id.ToString(), Voter.Account(account), now, cancel)
            : await ballot.TakeBackAsync(id.ToString(), account, now, cancel);
        return standing is null
            ? WireError.Of(context, StatusCodes.Status404NotFound, WireError.NoPaper)
            : Results.Json(new { upvotes = standing.Votes, upvoted = standing.Voted });
    }
}
