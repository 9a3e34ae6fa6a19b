using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Community;

/// <summary>
/// The vote form: POST with <c>vote</c> 1 to cast and 0 to take back, and <c>return</c>, a path to go to afterwards (the paper's
/// page by default). A caller that accepts JSON is told the standing instead.
/// </summary>
internal static class VoteEndpoints
{
    public static void MapVotes(this WebApplication app)
    {
        // Two routes, because ids of before 2007 have a slash: hep-th/9901001.
        foreach (var route in (string[])["/papers/{id}/vote", "/papers/{archive}/{number}/vote"])
        {
            app.MapPost(route, VoteAsync).WithOrder(-1).DisableAntiforgery()
                .AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
        }
    }

    private static async Task<IResult> VoteAsync(HttpContext context, Ballot ballot, TimeProvider time, CancellationToken cancel)
    {
        var request = context.Request;
        if (!ArxivId.TryParse(PaperIn(request.RouteValues), out var id)) return Results.NotFound();
        var form = await request.ReadFormAsync(cancel);
        if (form["vote"].ToString() is not ("0" or "1")) return Results.BadRequest();

        var paper = id.ToString();
        var standing = form["vote"] == "1"
            ? await ballot.CastAsync(paper, Reader.Admit(context).Id, time.GetUtcNow(), cancel)
            // Nobody's id is empty: a visitor who never voted learns the standing and changes nothing.
            : await ballot.TakeBackAsync(paper, Reader.Of(context)?.Id ?? Guid.Empty, time.GetUtcNow(), cancel);
        if (standing is null) return Results.NotFound();
        if (request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)) return Results.Json(standing);

        return new SeeOther(LocalPath.Or(form["return"], $"/papers/{paper}"));
    }

    private static string PaperIn(RouteValueDictionary route) => Uri.UnescapeDataString(
        route.TryGetValue("id", out var whole) ? $"{whole}" : $"{route["archive"]}/{route["number"]}");
}
