using Microsoft.AspNetCore.Http.HttpResults;
using PaperDigest.Hosting;

namespace PaperDigest.Site;

/// <summary>
/// The pages for what went wrong: an address without a page (404), a form that was refused, and an error of ours (500) with its
/// trace id.
/// </summary>
internal static class FailurePages
{
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(context => ShowAsync<ErrorPage>(context, StatusCodes.Status500InternalServerError)));
        // Only for answers without a body of their own.
        app.UseStatusCodePages(status => status.HttpContext switch
        {
            { Response.StatusCode: StatusCodes.Status404NotFound } context => ShowAsync<NotFoundPage>(context, StatusCodes.Status404NotFound),
            var context when FormRefusal.Of(context) is { } refusal => ShowAsync<RefusedPage>(context, refusal.Status),
            _ => Task.CompletedTask,
        });
    }

    private static async Task ShowAsync<T>(HttpContext context, int status)
    {
        // Nothing of the request that failed is carried on: not its endpoint, not its services, some of which serve one page only.
        context.SetEndpoint(null);
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<App>(new { Page = typeof(T) }) { StatusCode = status }.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }
}
