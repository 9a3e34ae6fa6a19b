namespace PaperDigest.Api;

/// <summary>Leads on to the next page of a list, at the host that was asked, whatever the site calls itself elsewhere.</summary>
internal static class NextPage
{
    /// <summary>Sets the Link header (RFC 8288) to the same address with another value of one parameter.</summary>
    public static void Link(HttpContext context, string parameter, string value)
    {
        var request = context.Request;
        var others = request.Query.Where(q => !q.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase)).Select(q => KeyValuePair.Create(q.Key, q.Value.FirstOrDefault()));
        var query = QueryString.Create([.. others, KeyValuePair.Create<string, string?>(parameter, value)]);
        context.Response.Headers.Link = $"<{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{query}>; rel=\"next\"";
    }
}
