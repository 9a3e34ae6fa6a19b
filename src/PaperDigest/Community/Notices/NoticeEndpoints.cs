using Microsoft.AspNetCore.Http.HttpResults;
using PaperDigest.Accounts;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>What is done with notices: open one, mark all as read, have them mailed or not.</summary>
internal static class NoticeEndpoints
{
    public static void MapNotices(this WebApplication app)
    {
        app.MapGet(NoticeBox.Page + "/{id:guid}", OpenAsync).RequireAuthorization();
        foreach (var (path, act) in ((string, Delegate)[])[("/read", ReadAllAsync), ("/mail", SetMailAsync)])
            app.MapPost(NoticeBox.Page + path, act).WithOrder(-1).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireAuthorization();
        // Without a limit and from anywhere: mail providers send this for their users (RFC 8058).
        app.MapPost(NoticeBox.Page + "/off/{token}", EndAsync).WithOrder(-1).DisableAntiforgery();
    }

    /// <summary>Leads to what a notice is about. Opening it marks it as read, a browser's guess that it might be opened does not.</summary>
    private static async Task<IResult> OpenAsync(HttpContext context, Guid id, NoticeBox box, TimeProvider time, CancellationToken cancel)
    {
        if (context.Request.Headers.ContainsKey("Sec-Purpose")) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return await box.OpenAsync(CurrentAccount.IdOf(context.User)!.Value, id, time.GetUtcNow(), cancel) is { } notice ? new SeeOther(notice.Path) : Results.NotFound();
    }

    private static async Task<IResult> ReadAllAsync(HttpContext context, NoticeBox box, TimeProvider time, CancellationToken cancel)
    {
        await box.ReadAllAsync(CurrentAccount.IdOf(context.User)!.Value, time.GetUtcNow(), cancel);
        return new SeeOther(NoticeBox.Page);
    }

    private static async Task<IResult> SetMailAsync(HttpContext context, NoticeWishes wishes, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        await wishes.SetAsync(CurrentAccount.IdOf(context.User)!.Value, form["daily"] == "1", time.GetUtcNow(), cancel);
        return new SeeOther(NoticeBox.Page);
    }

    private static async Task<RazorComponentResult<WholePage>> EndAsync(string token, NoticeWishes wishes, TimeProvider time, CancellationToken cancel)
    {
        if (wishes.Read(token) is { } account) await wishes.SetAsync(account, wants: false, time.GetUtcNow(), cancel);
        return new(new { Of = typeof(NoMoreNoticesPage) });
    }
}
