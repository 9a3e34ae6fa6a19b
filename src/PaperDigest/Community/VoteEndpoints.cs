using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>
/// The vote form: POST with <c>vote</c> 1 to cast and 0 to take back, and <c>return</c>, a path to go to afterwards (the paper's
/// page by default). A caller that accepts JSON is told the standing instead.
/// </summary>
internal static class VoteEndpoints
{
    public static void MapVotes(this WebApplication app) => app.MapPaperAct("vote", VoteAsync);

    private static async Task<IResult> VoteAsync(HttpContext context, Ballot ballot, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        if (form["vote"].ToString() is not ("0" or "1")) return Results.BadRequest();

        var standing = form["vote"] == "1"
            ? await ballot.CastAsync(paper, Reader.Admit(context).Id, time.GetUtcNow(), cancel)
            // Nobody's id is empty: a visitor who never voted learns the standing and changes nothing.
            : await ballot.TakeBackAsync(paper, Reader.Of(context)?.Id ?? Guid.Empty, time.GetUtcNow(), cancel);
        return standing is null ? Results.NotFound() : PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), standing);
    }
}
