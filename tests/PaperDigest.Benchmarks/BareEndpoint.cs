using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace PaperDigest.Benchmarks;

/// <summary>The least a web program can do: give back the bytes of a file. Runs in a process of its own, as the site does.</summary>
internal static class BareEndpoint
{
    public static async Task<int> ServeAsync(string port, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapGet("/", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes);
        });
        await app.RunAsync();
        return 0;
    }
}
