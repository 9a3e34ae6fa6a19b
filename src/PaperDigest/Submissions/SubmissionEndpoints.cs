using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Hosting;

namespace PaperDigest.Submissions;

/// <summary>The forms of putting papers forward and of claiming them, and those with which curators decide.</summary>
internal static class SubmissionEndpoints
{
    public const string Queue = "/admin/submissions", Claims = "/admin/claims";

    private const int LongestReason = 500;

    public static void MapSubmissionForms(this WebApplication app)
    {
        var forms = app.MapGroup("").DisableAntiforgery().WithOrder(-1).AddEndpointFilter<SameOriginOnly>();
        // Each may ask arXiv for a paper.
        forms.MapPost("/submit", SubmitAsync).AcceptOnlyForms().RequireRateLimiting(RateLimits.Mailing);
        app.MapPaperAct("claim", ClaimAsync);
        forms.MapPost(Queue, DecideSubmissionAsync).AcceptOnlyForms().RequireAuthorization(Policies.Curator);
        forms.MapPost(Claims, DecideClaimAsync).AcceptOnlyForms().RequireAuthorization(Policies.Curator);
    }

    private static async Task<IResult> SubmitAsync(HttpContext context, SubmissionDesk desk, TimeProvider time, CancellationToken cancel)
    {
        if (CurrentAccount.IdOf(context.User) is not { } account) return new SeeOther("/signin?return=%2Fsubmit");
        if (CurrentAccount.PublicNameOf(context.User) is null) return new SeeOther("/account?return=%2Fsubmit");
        var form = await context.Request.ReadFormAsync(cancel);
        var order = new SubmitOrder(form["paper"].ToString(), Note.Of(form["comment"], SubmitOrder.LongestComment), account, context.User.IsInRole(Policies.Curator));
        var result = await desk.SubmitAsync(order, time.GetUtcNow(), cancel);
        var shown = result.ArxivId ?? (order.Paper.Length > 100 ? order.Paper[..100] : order.Paper);
        return new SeeOther($"/submit?outcome={result.Outcome.ToString().ToLowerInvariant()}&paper={Uri.EscapeDataString(shown)}");
    }

    private static async Task<IResult> ClaimAsync(HttpContext context, ClaimDesk desk, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var path = PaperLinks.Paper(paper);
        if (CurrentAccount.IdOf(context.User) is not { } account) return new SeeOther($"/signin?return={Uri.EscapeDataString(path)}");
        if (CurrentAccount.PublicNameOf(context.User) is null) return new SeeOther($"/account?return={Uri.EscapeDataString(path)}");
        var form = await context.Request.ReadFormAsync(cancel);
        if (form["act"] == "withdraw")
        {
            await desk.WithdrawAsync(paper, account, cancel);
            return new SeeOther(path + "#people");
        }
        var claim = new AuthorClaim
        {
            ArxivId = paper, AccountId = account, Author = form["author"].ToString(), ClaimedAt = time.GetUtcNow(),
            Comment = Note.Of(form["comment"], ClaimDesk.LongestComment),
        };
        return await desk.ClaimAsync(claim, cancel)
            ? new SeeOther(path + "#people")
            : new FormRefusal(StatusCodes.Status422UnprocessableEntity, "This could not be claimed", "The paper has no author of that name, it is yours already, or too many of your claims wait for a curator.")
            {
                Way = (path, "Go to the paper"),
            };
    }

    private static async Task<IResult> DecideSubmissionAsync(HttpContext context, SubmissionDesk desk, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var (curator, paper, reason) = (CurrentAccount.IdOf(context.User)!.Value, form["paper"].ToString(), Note.Of(form["reason"], LongestReason));
        switch (form["act"].ToString())
        {
            case "accept":
                await desk.AcceptAsync(paper, curator, time.GetUtcNow(), cancel);
                break;
            case "decline" when reason is not null:
                await desk.DeclineAsync(paper, curator, reason, time.GetUtcNow(), cancel);
                break;
            case "decline":
                return ReasonMissing(Queue);
            default:
                return Results.BadRequest();
        }
        // What another curator did first shows on the page.
        return new SeeOther(Queue);
    }

    private static async Task<IResult> DecideClaimAsync(HttpContext context, ClaimDesk desk, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (form["act"].ToString() is not ("accept" or "decline") || !Guid.TryParse(form["account"], out var account)) return Results.BadRequest();
        var (accepts, reason) = (form["act"] == "accept", Note.Of(form["reason"], LongestReason));
        if (!accepts && reason is null) return ReasonMissing(Claims);
        var decided = await desk.DecideAsync(
            new AuthorClaim
            {
                ArxivId = form["paper"].ToString(), AccountId = account, Author = "", State = accepts ? Verdict.Accepted : Verdict.Declined,
                DecidedAt = time.GetUtcNow(), DecidedBy = CurrentAccount.IdOf(context.User)!.Value, Reason = accepts ? null : reason,
            },
            cancel);
        return decided || !accepts
            ? new SeeOther(Claims)
            : new FormRefusal(StatusCodes.Status409Conflict, "This could not be confirmed", "Another account is confirmed as this author, or the claim waits no more. Nothing was changed.")
            {
                Way = (Claims, "Go to the claims"),
            };
    }

    private static FormRefusal ReasonMissing(string path) =>
        new(StatusCodes.Status422UnprocessableEntity, "The reason is missing", "Say why, so that the person knows. Nothing was changed.") { Way = (path, "Go back") };
}
