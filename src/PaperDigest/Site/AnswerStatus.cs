namespace PaperDigest.Site;

/// <summary>Gives a page's answer another status than 200.</summary>
internal static class AnswerStatus
{
    /// <summary>At the start of the answer: Blazor leaves the body of a 404 empty when the status is set while it renders.</summary>
    public static void Set(HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
