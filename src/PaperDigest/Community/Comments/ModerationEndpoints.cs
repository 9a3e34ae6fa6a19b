using PaperDigest.Accounts;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>The curators' forms about comments: hide with a reason, restore, dismiss the reports.</summary>
internal static class ModerationEndpoints
{
    public const string Queue = "/admin/reports";

    public static void MapModeration(this WebApplication app) =>
        app.MapPost("/admin/comments/{id:guid}", ActAsync).WithOrder(-1).DisableAntiforgery()
            .AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireAuthorization(Policies.Curator);

    private static async Task<IResult> ActAsync(HttpContext context, Guid id, Moderation moderation, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (!Enum.TryParse<CuratorActKind>(form["act"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Results.BadRequest();
        var reason = kind == CuratorActKind.Hide ? CommentText.Clean(form["reason"]) : "";
        if (kind == CuratorActKind.Hide && reason.Length is 0 or > Moderation.LongestReason)
            return new FormRefusal(StatusCodes.Status422UnprocessableEntity, "The reason is missing", $"Everybody sees why a comment was hidden: say it in {Moderation.LongestReason} characters at most. Nothing was changed.");
        var act = new CuratorAct
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), CommentId = id, AccountId = CurrentAccount.IdOf(context.User), Kind = kind, Reason = reason, ActedAt = time.GetUtcNow(),
        };
        await moderation.ActAsync(act, cancel);
        // What another curator did first shows on the page.
        return new SeeOther(LocalPath.Or(form["return"], Queue));
    }
}
