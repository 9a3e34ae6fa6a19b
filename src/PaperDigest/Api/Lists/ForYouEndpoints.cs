using Microsoft.Extensions.Options;
using PaperDigest.Community;
using PaperDigest.Hosting;

namespace PaperDigest.Api;

/// <summary>What is offered to a reader, as a feed for a program that knows the account's secret: <c>/feeds/SECRET/for-you.atom</c> and its like.</summary>
internal static class ForYouEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapForYou(this WebApplication app)
    {
        foreach (var form in ListForms.All.Where(f => !f.IsFile))
        {
            app.MapMethods($"/feeds/{{secret}}/for-you.{form.Name}", Methods, async (HttpContext context, string secret, FeedKeys keys, ForYouLists lists, IOptions<SiteOptions> site) =>
            {
                PersonalAnswers.Guard(context);
                if (await keys.AccountOfAsync(secret, context.RequestAborted) is not { } account) return PersonalAnswers.NoSuchFeed();
                var list = await lists.ReadAsync(account, form.Papers.Usual, $"/feeds/{secret}/for-you.{form.Name}", context.RequestAborted);
                return SharedAnswers.Answer(form.Write(list, site.Value), form.ContentType);
            });
        }
    }
}
