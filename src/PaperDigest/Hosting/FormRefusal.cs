namespace PaperDigest.Hosting;

/// <summary>
/// That a form was not acted upon, and why. A browser is shown a page that says so (Site/FailurePages); any other caller gets the
/// sentence as plain text.
/// </summary>
/// <param name="Status">From 400 to 499.</param>
/// <param name="Heading">What happened, in a few words.</param>
/// <param name="Sentence">Why, and what can be done.</param>
public sealed record FormRefusal(int Status, string Heading, string Sentence) : IResult
{
    /// <summary>A page of this site that helps, with the words of the link; null where only going back does.</summary>
    public (string Path, string Words)? Way { get; init; }

    /// <summary>The refusal that the request ended with; null when it ended otherwise.</summary>
    public static FormRefusal? Of(HttpContext context) => context.Items[typeof(FormRefusal)] as FormRefusal;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        httpContext.Items[typeof(FormRefusal)] = this;
        // Without a body the page takes its place.
        if (httpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)) return Task.CompletedTask;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(Sentence, httpContext.RequestAborted);
    }
}
