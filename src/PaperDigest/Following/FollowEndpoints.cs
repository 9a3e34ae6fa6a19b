using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Hosting;

namespace PaperDigest.Following;

/// <summary>
/// The forms of following. <c>POST /follows</c> with <c>follow</c>, <c>unfollow</c> or <c>mute</c> and a subject such as
/// <c>category:cs.CL</c>, or with <c>kind</c> and <c>name</c> as they were typed; and <c>POST /papers/{id}/hide</c> with 1 or 0. All with
/// <c>return</c>, a path to go to afterwards, and JSON for who accepts it.
/// </summary>
internal static class FollowEndpoints
{
    public static void MapFollows(this WebApplication app)
    {
        app.MapPost("/follows", ChangeAsync).WithOrder(-1).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
        app.MapPaperAct("hide", HideAsync);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, Follows follows, TimeProvider time, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        foreach (var act in (string[])["mute", "unfollow"])
        {
            if (FollowSubject.Parse(form[act]) is not { } left) continue;
            if (Reader.Of(context) is not { } reader) return Done(false);
            if (act == "mute") await follows.MuteAsync(reader.Id, left, cancel);
            else await follows.UnfollowAsync(reader.Id, left, cancel);
            return Done(false);
        }
        if (Wanted(form) is not { } wanted) return new SeeOther("/follows?problem=name");
        return await follows.FollowAsync(Reader.Admit(context).Id, wanted, time.GetUtcNow(), cancel) == FollowOutcome.Full
            ? new SeeOther($"/follows?problem={wanted.Kind.ToString().ToLowerInvariant()}")
            : Done(true);

        IResult Done(bool following) => PaperActs.Answer(context, form["return"], "/follows", new FollowStanding(following));
    }

    private static async Task<IResult> HideAsync(HttpContext context, Follows follows, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        switch (form["hide"].ToString())
        {
            case "1":
                await follows.HideAsync(Reader.Admit(context).Id, paper, time.GetUtcNow(), cancel);
                break;
            case "0":
                if (Reader.Of(context) is { } reader) await follows.ShowAsync(reader.Id, paper, cancel);
                break;
            default:
                return Results.BadRequest();
        }
        return PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new HideStanding(form["hide"] == "1"));
    }

    private static FollowSubject? Wanted(IFormCollection form) =>
        form.ContainsKey("follow") ? FollowSubject.Parse(form["follow"]) : FollowSubject.Parse($"{form["kind"]}:{form["name"]}");
}
