using System.Security.Cryptography;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using PaperDigest.Site;

namespace PaperDigest.Api;

/// <summary>
/// Keeps answers for programs like the pages that show the same, and drops them with these. They are the same
/// for everybody, whatever cookies come along, and any other site's script may read them.
/// </summary>
internal sealed class SharedAnswers : IOutputCachePolicy
{
    public const string Policy = "shared";

    private static readonly string[] ReadParameters =
        [
        "q", "exact", "author", "category", "not_category", "with", "without", "submitter", "min_upvotes", "has_code", "period", "date", "week", "month", "window",
        "sort", "unseen", "limit", "p", "cursor", "field",
    ];

    public static bool IsOne(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is { PolicyName: Policy };

    /// <summary>An answer with what it takes to be asked for again: 304 when nothing changed since.</summary>
    /// <param name="changedAt">When its content changed last; null when that is not known for sure.</param>
    /// <param name="file">The name to store it under; null for what is not a file.</param>
    public static IResult Answer(byte[] body, string contentType, DateTimeOffset? changedAt = null, string? file = null)
    {
        // Weak, because the same answer goes out compressed in several ways.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true);
        return Results.Bytes(body, contentType, file, enableRangeProcessing: false, changedAt, tag);
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        ReaderPages.Keep(context, HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        // Nearly all are lists, and few are asked for so often that it would matter which.
        foreach (var tag in (string[])[PageTags.Days, PageTags.Awaited, PageTags.Ranks, PageTags.Newest]) context.Tags.Add(tag);
        context.CacheVaryByRules.QueryKeys = new(ReadParameters);
        // Links to further pages lead to the host that was asked.
        context.CacheVaryByRules.VaryByHost = true;
        context.CacheVaryByRules.VaryByValues["encoding"] = ReaderPages.SettleEncoding(request);
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = ReaderPages.ForEverybody;
        headers.AccessControlAllowOrigin = "*";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
