using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>The form of a paper's links: POST with <c>code</c>, <c>project</c> and <c>data</c>, each an address or empty.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this WebApplication app) => app.MapPaperAct("links", SetAsync);

    private static async Task<IResult> SetAsync(HttpContext context, LinkBook links, LinkRights rights, TimeProvider time)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        if (CurrentAccount.IdOf(context.User) is not { } account || !await rights.MayEditLinksAsync(paper, context.User, context.RequestAborted)) return NotYours(PaperLinks.Paper(paper));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (LinksWanted.Read(form) is not { } wanted) return NoAddress(PaperLinks.Paper(paper));
        var isKnown = await links.SetAsync(paper, wanted, account, time.GetUtcNow(), context.RequestAborted);
        return isKnown ? PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), wanted) : Results.NotFound();
    }

    private static FormRefusal NotYours(string paper) => new(
        StatusCodes.Status403Forbidden, "These links are not yours to set", "The links of a paper are set by its confirmed authors, by who submitted it and by curators. Nothing was changed.")
    {
        Way = (paper, "Back to the paper"),
    };

    private static FormRefusal NoAddress(string paper) => new(
        StatusCodes.Status400BadRequest, "That is no address of the web",
        $"A link begins with https:// or http://, has no name or password in it, and at most {LinksWanted.LongestAddress} characters. Nothing was changed.")
    {
        Way = (paper, "Back to the paper"),
    };
}
