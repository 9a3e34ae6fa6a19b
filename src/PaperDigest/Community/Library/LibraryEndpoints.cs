using PaperDigest.Catalogue;
using PaperDigest.Hosting;

namespace PaperDigest.Community;

/// <summary>
/// The forms of a reader's library. On a paper: <c>save</c> and <c>read</c> with 1 or 0, and <c>notes</c> with tags and note; all with
/// <c>return</c>, a path to go to afterwards, and JSON for who accepts it. And <c>POST /saved/tags</c>, which renames a tag or takes it off.
/// </summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this WebApplication app)
    {
        app.MapPaperAct("save", SaveAsync);
        app.MapPaperAct("notes", AnnotateAsync);
        app.MapPaperAct("read", ReadAsync);
        app.MapPost("/saved/tags", RenameAsync).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms().RequireRateLimiting(RateLimits.Acts);
    }

    private static async Task<IResult> SaveAsync(HttpContext context, SavedPapers saved, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        switch (form["save"].ToString())
        {
            case "1":
                if (Refusal(await saved.SaveAsync(Reader.Admit(context).Id, paper, time.GetUtcNow(), cancel)) is { } refusal) return refusal;
                return PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new SaveStanding(true));
            case "0":
                if (Reader.Of(context) is { } reader) await saved.RemoveAsync(reader.Id, paper, time.GetUtcNow(), cancel);
                return PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new SaveStanding(false));
            default:
                return Results.BadRequest();
        }
    }

    private static async Task<IResult> AnnotateAsync(HttpContext context, SavedPapers saved, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        var outcome = await saved.AnnotateAsync(
            new SavedPaper
            {
                ReaderId = Reader.Admit(context).Id, ArxivId = paper, SavedAt = time.GetUtcNow(),
                Tags = Tags.Of([.. form["tag"], form["add"]]), Note = Note.Of(form["note"]),
            },
            cancel);
        return Refusal(outcome) ?? PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new SaveStanding(true));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, ReadPapers read, TimeProvider time, CancellationToken cancel)
    {
        if (!PaperActs.TryPaper(context.Request, out var paper)) return Results.NotFound();
        var form = await context.Request.ReadFormAsync(cancel);
        switch (form["read"].ToString())
        {
            case "1":
                await read.MarkAsync(Reader.Admit(context).Id, paper, time.GetUtcNow(), cancel);
                return PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new ReadStanding(true));
            case "0":
                if (Reader.Of(context) is { } reader) await read.UnmarkAsync(reader.Id, paper, cancel);
                return PaperActs.Answer(context, form["return"], PaperLinks.Paper(paper), new ReadStanding(false));
            default:
                return Results.BadRequest();
        }
    }

    private static async Task<IResult> RenameAsync(HttpContext context, SavedPapers saved, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        if (Tags.One(form["tag"]) is not { } tag) return Results.BadRequest();
        var name = form["act"] == "remove" ? null : Tags.One(form["name"]);
        // A name of blanks is no wish to lose the tag.
        if (Reader.Of(context) is { } reader && (name is not null || form["act"] == "remove")) await saved.RenameTagAsync(reader.Id, tag, name, cancel);
        return new SeeOther(name is null ? "/saved" : "/saved?tag=" + Uri.EscapeDataString(name));
    }

    private static IResult? Refusal(SaveOutcome outcome) => outcome switch
    {
        SaveOutcome.NoSuchPaper => Results.NotFound(),
        SaveOutcome.Full => new FormRefusal(
            StatusCodes.Status409Conflict, "Your library is full", $"You keep {SavedPapers.Most} papers already, which is as many as there may be. Take some out first.")
        {
            Way = ("/saved", "Go to your saved papers"),
        },
        _ => null,
    };
}
