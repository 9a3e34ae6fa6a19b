using Microsoft.AspNetCore.OutputCaching;
using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Api;

/// <summary>
/// Hugging Face's papers API, so that its clients work here with nothing but another address. Lists page by <c>p</c> or
/// <c>cursor</c> with a Link to the next; what needs an account of theirs is refused as they refuse it.
/// </summary>
internal static class WireEndpoints
{
    public const string Json = "application/json; charset=utf-8";

    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Writes = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    private static readonly string[] WritePaths =
    [
        "/api/papers/index", "/api/papers/submit",
        "/api/papers/{id}/links", "/api/settings/papers/claim", "/api/settings/notifications",
    ];

    public static void MapWire(this WebApplication app)
    {
        Map(app, "/api/daily_papers", (Delegate)DailyAsync);
        Map(app, "/api/papers/search", SearchAsync);
        Map(app, "/api/papers", NewestAsync);
        Map(app, "/api/papers/{id}", (HttpContext context, string id, PaperShelf shelf, CommentQueries comments) => DetailAsync(context, id, shelf, comments));
        Map(app, "/api/papers/{archive}/{number}", (HttpContext context, string archive, string number, PaperShelf shelf, CommentQueries comments) => DetailAsync(context, $"{archive}/{number}", shelf, comments));
        Map(app, "/api/arxiv/{id}/repos", (HttpContext context, string id, PaperShelf shelf) => PaperAsync(context, id, shelf, _ => NoRepositories()));
        Map(app, "/api/arxiv/{archive}/{number}/repos", (HttpContext context, string archive, string number, PaperShelf shelf) => PaperAsync(context, $"{archive}/{number}", shelf, _ => NoRepositories()));
        app.MapWireComments();
        foreach (var path in WritePaths) app.MapMethods(path, Writes, (HttpContext context) => WireError.Of(context, StatusCodes.Status401Unauthorized, WireError.NoTokens)).DisableAntiforgery();
        app.Map("/api/{**rest}", (HttpContext context) => WireError.Of(context, StatusCodes.Status404NotFound, "There is nothing at this address.")).DisableAntiforgery().WithOrder(1);
    }

    private static void Map(WebApplication app, string path, Delegate answer) =>
        app.MapMethods(path, Reads, answer).WithMetadata(new OutputCacheAttribute { PolicyName = SharedAnswers.Policy });

    private static Task<IResult> DailyAsync(HttpContext context, PaperLists lists) => ListAsync(context, lists, WireQuery.Daily);

    private static Task<IResult> SearchAsync(HttpContext context, PaperLists lists) => ListAsync(context, lists, WireQuery.Search);

    private static async Task<IResult> ListAsync(HttpContext context, PaperLists lists, Func<QueryReading, PaperListQuery?> read)
    {
        var reading = new QueryReading(context.Request.Query);
        if (read(reading) is not { } query) return WireError.Of(context, StatusCodes.Status400BadRequest, reading.Problem!);
        var list = await lists.ReadAsync(query, context.RequestAborted);
        if (list.IsGivenUp) return WireError.Of(context, StatusCodes.Status503ServiceUnavailable, list.State!);
        if (list.HasMore) NextPage.Link(context, "p", $"{(query.Skip / query.Take) + 1}");
        return SharedAnswers.Answer(WirePaper.List(list.Papers), Json, list.ChangedAt);
    }

    private static async Task<IResult> NewestAsync(HttpContext context, NewestPapers newest, PaperShelf shelf)
    {
        var reading = new QueryReading(context.Request.Query);
        var (cursor, limit) = (reading.Text("cursor"), reading.Number("limit", 1, 100, 50));
        var before = cursor is null ? ListedBefore.Newest : ListedBefore.Parse(cursor);
        if ((reading.Problem ?? (before is null ? "cursor is not one of ours." : null)) is { } problem)
            return WireError.Of(context, StatusCodes.Status400BadRequest, problem);
        var places = await newest.AllAsync(before!, limit + 1, context.RequestAborted);
        var papers = await shelf.TakeAsync([.. places.Take(limit).Select(p => p.Paper)], context.RequestAborted);
        if (places.Count > limit) NextPage.Link(context, "cursor", places[limit - 1].ToString());
        return SharedAnswers.Answer(WirePaper.Flat(papers), Json);
    }

    private static async Task<IResult> DetailAsync(HttpContext context, string asked, PaperShelf shelf, CommentQueries comments)
    {
        if (context.Request.Query["field"] != "comments") return await PaperAsync(context, asked, shelf, paper => WirePaper.Detail(paper));
        var papers = ArxivId.TryParse(Uri.UnescapeDataString(asked), out var id) ? await shelf.TakeAsync([id.ToString()], context.RequestAborted) : [];
        return papers is [var paper] ? await WireComments.WithCommentsAsync(context, paper, comments) : WireError.Of(context, StatusCodes.Status404NotFound, WireError.NoPaper);
    }

    private static async Task<IResult> PaperAsync(HttpContext context, string asked, PaperShelf shelf, Func<PaperFacts, byte[]> write)
    {
        var papers = ArxivId.TryParse(Uri.UnescapeDataString(asked), out var id) ? await shelf.TakeAsync([id.ToString()], context.RequestAborted) : [];
        return papers is [var paper] ? SharedAnswers.Answer(write(paper), Json) : WireError.Of(context, StatusCodes.Status404NotFound, WireError.NoPaper);
    }

    private static byte[] NoRepositories() => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        foreach (var kind in (string[])["models", "datasets", "spaces"])
        {
            json.WriteStartArray(kind);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    });
}
