namespace PaperDigest.Api;

/// <summary>Answers that are somebody's own: kept by nobody on the way, found by no search engine, and told to no other site.</summary>
internal static class PersonalAnswers
{
    public static void Guard(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";
    }

    public static IResult NoSuchFeed() => Results.Text("This feed has another address now, or never was.", statusCode: StatusCodes.Status404NotFound);
}
