using Microsoft.AspNetCore.Http.HttpResults;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>
/// The forms about comments: plain POSTs that lead back to the comment. A text that cannot be posted is never lost: the form is
/// shown again with it and with what is wrong.
/// </summary>
internal static class CommentEndpoints
{
    /// <summary>The longest comment, with nine bytes for each letter of a script that a form has to escape.</summary>
    private const int MostBytes = (9 * CommentText.Longest) + (16 * 1024);

    public static void MapComments(this WebApplication app)
    {
        app.MapGet("/comments/{id:guid}", FindAsync);
        foreach (var (path, act) in ((string, Delegate)[])[("/comments", PostAsync), ("/comments/{id:guid}/edit", EditAsync), ("/comments/{id:guid}/delete", DeleteAsync), ("/comments/{id:guid}/react", ReactAsync), ("/comments/{id:guid}/report", ReportAsync)])
            app.MapPost(path, act).WithOrder(-1).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms(MostBytes).RequireRateLimiting(RateLimits.Acts);
    }

    /// <summary>Leads to the page that shows a comment.</summary>
    private static async Task<IResult> FindAsync(Guid id, Discussion discussion, CancellationToken cancel) =>
        await discussion.FindAsync(id, cancel) is { } comment ? new SeeOther(comment.InThread) : Results.NotFound();

    private static async Task<IResult> PostAsync(HttpContext context, Discussion discussion, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var entry = CommentEntry.Read(form);
        if (ProblemFor(context) is { } notTheirs) return Again(context, entry with { Problem = notTheirs });
        var text = CommentText.Clean(entry.Text);
        if (form["act"] == "preview" || CommentText.ProblemWith(text) is not null) return Again(context, entry with { Problem = CommentText.ProblemWith(text) });

        var draft = new CommentDraft(entry.ArxivId, entry.Parent, CurrentAccount.IdOf(context.User)!.Value, text) { FormKey = entry.FormKey };
        var result = await discussion.PostAsync(draft, time.GetUtcNow(), cancel);
        return result.Comment is { } posted ? new SeeOther(posted.From(entry.Return)) : Again(context, entry with { Problem = InWords(result.Outcome) });
    }

    private static async Task<IResult> EditAsync(HttpContext context, Guid id, Discussion discussion, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var entry = CommentEntry.Read(form) with { Edited = id };
        if (ProblemFor(context) is { } notTheirs) return Again(context, entry with { Problem = notTheirs });
        var text = CommentText.Clean(entry.Text);
        if (form["act"] == "preview" || CommentText.ProblemWith(text) is not null) return Again(context, entry with { Problem = CommentText.ProblemWith(text) });

        var edit = new CommentEdit(id, CurrentAccount.IdOf(context.User)!.Value, text);
        return await discussion.EditAsync(edit, time.GetUtcNow(), cancel) switch
        {
            EditOutcome.Edited => new SeeOther($"{entry.Return}#{PostedComment.Anchor(id)}"),
            EditOutcome.Final => Again(context, entry with { Problem = $"This comment has {Discussion.MostVersions} versions, and the last one stays. You can add to it with an answer." }),
            _ => Again(context, entry with { Problem = "This is not a comment of yours, or it is not shown any more." }),
        };
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, Guid id, Discussion discussion, TimeProvider time, CancellationToken cancel)
    {
        if (CurrentAccount.IdOf(context.User) is not { } account) return SignedOut;
        return await discussion.DeleteAsync(id, account, time.GetUtcNow(), cancel) is { } deleted
            ? new SeeOther(LocalPath.Or((await context.Request.ReadFormAsync(cancel))["return"], PaperLinks.Paper(deleted.ArxivId)) + "#comments")
            : Results.NotFound();
    }

    private static async Task<IResult> ReactAsync(HttpContext context, Guid id, Reactions reactions, TimeProvider time, CancellationToken cancel)
    {
        if (CurrentAccount.IdOf(context.User) is not { } account) return SignedOut;
        var form = await context.Request.ReadFormAsync(cancel);
        // The button says what it will do: "agree" gives, "-agree" takes back.
        var asked = form["react"].ToString();
        if (Reactions.Read(asked.TrimStart('-')) is not { } kind) return Results.BadRequest();
        var reaction = new CommentReaction { CommentId = id, AccountId = account, Kind = kind, GivenAt = time.GetUtcNow() };
        await reactions.SetAsync(reaction, given: asked[0] != '-', cancel);
        return Back(form, id);
    }

    private static async Task<IResult> ReportAsync(HttpContext context, Guid id, Moderation moderation, TimeProvider time, CancellationToken cancel)
    {
        if (CurrentAccount.IdOf(context.User) is not { } account) return SignedOut;
        var form = await context.Request.ReadFormAsync(cancel);
        var reason = CommentText.Clean(form["reason"]);
        if (reason.Length is 0 or > Moderation.LongestReason)
            return new FormRefusal(StatusCodes.Status422UnprocessableEntity, "The reason is missing", $"Say in a sentence, of {Moderation.LongestReason} characters at most, what is wrong with the comment. Nothing was sent.");
        await moderation.ReportAsync(new CommentReport { CommentId = id, AccountId = account, Reason = reason, ReportedAt = time.GetUtcNow() }, cancel);
        return new SeeOther($"/comments/reported?back={Uri.EscapeDataString($"{LocalPath.Or(form["return"], "/")}#{PostedComment.Anchor(id)}")}");
    }

    private static FormRefusal SignedOut => new(StatusCodes.Status401Unauthorized, "You are not signed in", "Nothing was changed. Sign in and try it once more.")
    {
        Way = ("/signin", "Sign in"),
    };

    private static SeeOther Back(IFormCollection form, Guid id) => new($"{LocalPath.Or(form["return"], PostedComment.Permalink(id))}#{PostedComment.Anchor(id)}");

    private static string? ProblemFor(HttpContext context) =>
        CurrentAccount.IdOf(context.User) is null ? "You are not signed in any more. Sign in in another tab, then send this again." : null;

    private static string InWords(PostOutcome outcome) => outcome switch
    {
        PostOutcome.NoName => "Comments carry a public name, and you have none yet. Choose one on your account's page in another tab, then send this again.",
        PostOutcome.TooOften => $"That was too much at once: {Discussion.MostInTenMinutes} comments in ten minutes and {Discussion.MostInADay} in a day are the most. Send it again in a while.",
        _ => "The paper or the comment that you answer is not there any more.",
    };

    private static RazorComponentResult<WholePage> Again(HttpContext context, CommentEntry entry)
    {
        context.Items[typeof(CommentEntry)] = entry;
        var status = entry.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return new(new { Of = typeof(CommentFormPage) }) { StatusCode = status };
    }
}
