using Microsoft.AspNetCore.Http.HttpResults;
using PaperDigest.Hosting;

namespace PaperDigest.Digests;

/// <summary>
/// The forms of subscribing, confirming, changing and leaving. Where a token is in the address it is proof enough: those forms
/// must work from a mail program, without cookie, origin or redirect (RFC 8058). A link that is only opened does nothing.
/// </summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this WebApplication app)
    {
        app.MapPost("/subscribe", AskAsync).WithOrder(-1)
            .DisableAntiforgery()
            .AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Mailing);
        var byToken = app.MapGroup("").DisableAntiforgery().WithOrder(-1);
        byToken.MapPost("/confirm/{token}", ConfirmAsync);
        byToken.MapPost("/subscription/{token}", ChangeAsync).AcceptOnlyForms();
        // Without a limit: a mail provider may send the wishes of thousands from one address, and refusing one breaks a promise.
        byToken.MapPost("/unsubscribe/{token}", EndAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext context, Subscribing subscribing, TimeProvider time, CancellationToken cancel)
    {
        var form = SubscribeForm.Read(await context.Request.ReadFormAsync(cancel));
        if (form.Problems.Count > 0) return FormAgain<SubscribePage>(context, form);
        await subscribing.AskAsync(form.Address, form.Wishes, time.GetUtcNow(), cancel);
        return new SeeOther("/subscribe/sent");
    }

    private static async Task<IResult> ConfirmAsync(
        string token, SubscriptionTokens tokens, Subscribing subscribing, TimeProvider time, CancellationToken cancel)
    {
        // The page says what is wrong with a link that is not good.
        if (tokens.ReadConfirm(token) is not { } question || question.Expires <= time.GetUtcNow())
            return new SeeOther($"/confirm/{Uri.EscapeDataString(token)}");
        await subscribing.ConfirmAsync(question.Subscription, time.GetUtcNow(), cancel);
        return new SeeOther($"/confirm/{token}");
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, string token, SubscriptionTokens tokens, Subscribing subscribing, TimeProvider time, CancellationToken cancel)
    {
        if (tokens.ReadManage(token) is not { } id) return new SeeOther($"/subscription/{Uri.EscapeDataString(token)}");
        var typed = await context.Request.ReadFormAsync(cancel);
        switch (typed["act"].ToString())
        {
            case "leave":
                await subscribing.EndAsync(id, time.GetUtcNow(), cancel);
                return new SeeOther($"/subscription/{token}");
            case "return":
                await subscribing.ConfirmAsync(id, time.GetUtcNow(), cancel);
                return new SeeOther($"/subscription/{token}");
        }
        var form = SubscribeForm.Read(typed);
        if (form.WishProblems().Any()) return FormAgain<SubscriptionPage>(context, form);
        // What the form for new subscribers leaves to the usual must not undo here what was chosen.
        if (!typed.ContainsKey("hour") || !typed.ContainsKey("time_zone"))
            return new FormRefusal(StatusCodes.Status400BadRequest, "The form is incomplete", "Nothing was changed. Go back, load the page again and send it once more.");
        await subscribing.ChangeAsync(id, form.Wishes, time.GetUtcNow(), cancel);
        return new SeeOther($"/subscription/{token}?saved=1");
    }

    /// <summary>Acts on the token alone: what the body says, in whichever form, is only that it is meant.</summary>
    private static async Task<IResult> EndAsync(
        string token, SubscriptionTokens tokens, Subscribing subscribing, TimeProvider time, CancellationToken cancel)
    {
        if (tokens.ReadUnsubscribe(token) is { } id) await subscribing.EndAsync(id, time.GetUtcNow(), cancel);
        return Page<UnsubscribePage>(StatusCodes.Status200OK);
    }

    private static RazorComponentResult<WholePage> FormAgain<TPage>(HttpContext context, SubscribeForm form)
    {
        context.Items[typeof(SubscribeForm)] = form;
        return Page<TPage>(StatusCodes.Status422UnprocessableEntity);
    }

    private static RazorComponentResult<WholePage> Page<TPage>(int status) => new(new { Of = typeof(TPage) }) { StatusCode = status };
}
