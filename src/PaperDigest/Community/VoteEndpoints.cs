using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>
/// The vote form: POST with <c>vote</c> 1 to cast and 0 to take back, and <c>return</c>, a path to go to afterwards (the paper's
/// page by default). A caller that accepts JSON is told the standing instead.
/// </summary>
internal static class VoteEndpoints
{
    public static void MapVotes(this WebApplication app) => app.MapPaperAct("vote", VoteAsync);

    private static async Task<IResult> VoteAsync(HttpContext context, Ballot ballot, Voters voters, TimeProvider time)
    {
        var (now, cancel) = (time.GetUtcNow(), context.RequestAborted);
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        if (form["vote"].ToString() is not ("0" or "1")) return Results.BadRequest();

        var casts = form["vote"] == "1";
        var standing = casts
            ? await ballot.CastAsync(paper, voters.Admit(context, now), now, cancel)
            // Nobody's id is empty: a visitor who never voted learns the standing and changes nothing.
            : await ballot.TakeBackAsync(paper, Reader.Of(context)?.Id ?? Guid.Empty, now, cancel);
        if (casts && standing is { Voted: false }) return UsedUp(PaperLinks.Paper(paper));
        return standing is null ? Results.NotFound() : PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), standing);
    }

    private static FormRefusal UsedUp(string paper) => new(
        StatusCodes.Status429TooManyRequests, "That is enough votes for one day",
        "Visitors have so many votes a day, and all visitors of one network so many together; yours are used up until tomorrow. Every vote so far counts. "
        + "Who signs in votes without such a limit, and the votes of this browser become the account's.")
    {
        Way = ($"/signin?return={Uri.EscapeDataString(paper)}", "Sign in and go on voting"),
    };
}
