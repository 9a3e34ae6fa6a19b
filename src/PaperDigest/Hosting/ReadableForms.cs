using Microsoft.AspNetCore.Mvc;

namespace PaperDigest.Hosting;

/// <summary>
/// Reads a public form before its endpoint does, and refuses what is none: a body of another kind, cut off, too large or with
/// characters that no form has. Anybody can send such a thing; it is the sender's mistake and not an error of ours.
/// </summary>
internal static class ReadableForms
{
    /// <summary>The most that a form may hold, in bytes; most of ours have a few hundred.</summary>
    private const int MostBytes = 64 * 1024;

    public static RouteHandlerBuilder AcceptOnlyForms(this RouteHandlerBuilder endpoint, int mostBytes = MostBytes) =>
        endpoint.AddEndpointFilter<Filter>().WithMetadata(new RequestSizeLimitAttribute(mostBytes));

    private sealed class Filter : IEndpointFilter
    {
        public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var request = context.HttpContext.Request;
            if (!request.HasFormContentType) return Refusal(StatusCodes.Status415UnsupportedMediaType);
            try
            {
                // Kept by the request: the endpoint gets the same form again.
                await request.ReadFormAsync(context.HttpContext.RequestAborted);
            }
            catch (BadHttpRequestException e)
            {
                return Refusal(e.StatusCode);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                return Refusal(StatusCodes.Status400BadRequest);
            }
            return await next(context);
        }

        private static FormRefusal Refusal(int status) => new FormRefusal(
            status, "That could not be read", "What arrived is not a form of this site, or not the whole of it. Nothing was changed. Go back, load the page again and send it once more.");
    }
}
