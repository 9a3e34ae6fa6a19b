namespace PaperDigest.Site;

/// <summary>Lets pages answer HEAD, which they would refuse with 405: the server sends the same headers and leaves the body out.</summary>
internal static class HeadRequests
{
    public static void Answer(EndpointBuilder page)
    {
        for (var i = 0; i < page.Metadata.Count; i++)
        {
            if (page.Metadata[i] is HttpMethodMetadata { HttpMethods: var methods } && methods.Contains(HttpMethods.Get))
                page.Metadata[i] = new HttpMethodMetadata([.. methods, HttpMethods.Head]);
        }
    }
}
