using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>
/// <c>/papers.atom</c> and its like: any list in any form of <see cref="ListForms"/>, chosen by parameters. A wrong parameter is
/// 400 with a sentence; a list without papers is a list.
/// </summary>
internal static class ListEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLists(this WebApplication app)
    {
        foreach (var form in ListForms.All)
        {
            app.MapMethods("/papers." + form.Name, Methods, (HttpContext context, PaperLists lists, IOptions<SiteOptions> site) => AnswerAsync(context, form, lists, site.Value))
                .WithMetadata(new OutputCacheAttribute { PolicyName = SharedAnswers.Policy });
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ListForm form, PaperLists lists, SiteOptions site)
    {
        var reading = new QueryReading(context.Request.Query);
        if (reading.List(form.Papers.Usual, form.Papers.Most) is not { } query)
            return Results.Text(reading.Problem, statusCode: StatusCodes.Status400BadRequest);
        var list = await lists.ReadAsync(query, context.RequestAborted);
        if (!list.IsGivenUp) return SharedAnswers.Answer(form.Write(list, site), form.ContentType, list.ChangedAt, form.IsFile ? $"papers.{form.Name}" : null);
        context.Response.Headers.RetryAfter = "60";
        return Results.Text(list.State, statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
