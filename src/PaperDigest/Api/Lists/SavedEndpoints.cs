using Microsoft.Extensions.Options;
using PaperDigest.Community;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>
/// What a reader saved, whole or by tag and words, in any form of <see cref="ListForms"/>: <c>/saved.bib</c> and its like for the
/// reader of the request, and <c>/feeds/SECRET/saved.atom</c> for a program that knows the account's secret.
/// </summary>
internal static class SavedEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSaved(this WebApplication app)
    {
        foreach (var form in ListForms.All)
        {
            app.MapMethods("/saved." + form.Name, Methods, (HttpContext context, SavedLists lists, IOptions<SiteOptions> site) =>
                AnswerAsync(context, form, lists, site.Value, Reader.Of(context)?.Id, "/saved." + form.Name));
            app.MapMethods($"/feeds/{{secret}}/saved.{form.Name}", Methods, async (HttpContext context, string secret, FeedKeys keys, SavedLists lists, IOptions<SiteOptions> site) =>
                await keys.AccountOfAsync(secret, context.RequestAborted) is { } account
                    ? await AnswerAsync(context, form, lists, site.Value, account, $"/feeds/{secret}/saved.{form.Name}")
                    : PersonalAnswers.NoSuchFeed());
        }
        app.MapPost("/feeds/change", ChangeAsync).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ListForm form, SavedLists lists, SiteOptions site, Guid? reader, string path)
    {
        var query = context.Request.Query;
        PersonalAnswers.Guard(context);
        var list = await lists.ReadAsync(reader, SavedChoice.Of(query["q"], query["tag"]), form, path, context.RequestAborted);
        return SharedAnswers.Answer(form.Write(list, site), form.ContentType, changedAt: null, form.IsFile ? $"saved.{form.Name}" : null);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, FeedKeys keys, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (Reader.Of(context) is { HasAccount: true, Id: var account }) await keys.ChangeAsync(account, cancel);
        return new SeeOther(LocalPath.Or(form["return"], "/saved"));
    }
}
