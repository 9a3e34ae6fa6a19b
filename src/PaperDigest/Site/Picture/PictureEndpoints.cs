using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Site;

/// <summary><c>/papers/{arxivId}.png</c>: a paper as a picture, kept for a day by whoever asked; ids of before 2007 with their slash too.</summary>
internal static class PictureEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // What is drawn of a paper is in it, and how it is drawn.
    private const string Drawing = "1";

    public static void MapPictures(this WebApplication app)
    {
        Map("/papers/{id}.png", (HttpContext context, string id, PaperQueries papers, PaperPicture picture, IOptions<SiteOptions> site) => AnswerAsync(context, id, papers, picture, site.Value));
        Map(
            "/papers/{archive}/{number}.png",
            (HttpContext context, string archive, string number, PaperQueries papers, PaperPicture picture, IOptions<SiteOptions> site) => AnswerAsync(context, $"{archive}/{number}", papers, picture, site.Value));

        void Map(string path, Delegate answer) => app.MapMethods(path, Methods, answer).RequireRateLimiting(RateLimits.Pictures);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string asked, PaperQueries papers, PaperPicture picture, SiteOptions site)
    {
        if (!ArxivId.TryParse(Uri.UnescapeDataString(asked), out var id) || await papers.FindAsync(id.ToString(), context.RequestAborted) is not { } paper)
            return Results.Text("This paper is not in the catalogue.", statusCode: StatusCodes.Status404NotFound);
        var headers = context.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromDays(1) };
        headers.ETag = Tag(paper, site.Name);
        // Known before anything is drawn.
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(headers.ETag, useStrongComparison: false))) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(picture.Draw(paper, site.Name), "image/png");
    }

    private static EntityTagHeaderValue Tag(Paper paper, string site)
    {
        string[] drawn = [Drawing, site, paper.ArxivId, paper.Title, paper.Authors.Length.ToString(CultureInfo.InvariantCulture), .. paper.Authors.Take(4), .. paper.Categories.Take(4), DayWords.Iso(paper.FirstListed)];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', drawn)));
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"");
    }
}
