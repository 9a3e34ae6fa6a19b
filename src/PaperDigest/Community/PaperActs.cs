using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Community;

/// <summary>What the public forms on a paper have in common: their address, their guards, and how they are answered.</summary>
internal static class PaperActs
{
    /// <summary>Answers <c>POST /papers/{id}/ACT</c>: only forms of our own pages, and not too often.</summary>
    public static void MapPaperAct(this WebApplication app, string act, Delegate answer)
    {
        // Two routes, because ids of before 2007 have a slash: hep-th/9901001.
        foreach (var route in (string[])["/papers/{id}/", "/papers/{archive}/{number}/"])
        {
            app.MapPost(route + act, answer).WithOrder(-1).DisableAntiforgery()
                .AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
        }
    }

    /// <summary>The paper in the address; false when it is no arXiv id.</summary>
    public static bool TryPaper(HttpRequest request, out string arxivId)
    {
        var route = request.RouteValues;
        var isId = ArxivId.TryParse(Uri.UnescapeDataString(route.TryGetValue("id", out var whole) ? $"{whole}" : $"{route["archive"]}/{route["number"]}"), out var id);
        arxivId = id.ToString();
        return isId;
    }

    /// <summary>What the form had to say to a program; otherwise the way back to the page that it names, or to the paper's.</summary>
    public static IResult Answer(HttpContext context, string? back, string otherwise, object standing)
    {
        if (context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase)) return Results.Json(standing);
        return new SeeOther(LocalPath.Or(back, otherwise));
    }
}
