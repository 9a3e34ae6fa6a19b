using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Accounts;
using PaperDigest.Database;
using PaperDigest.Hosting;
using PaperDigest.Listings;

namespace PaperDigest.Site;

/// <summary>
/// <c>POST /sample/remove</c>: the one click that empties the catalogue of the bundled sample. Anybody may, until there is an
/// admin whose business it is.
/// </summary>
internal static class SampleRemoval
{
    public static void MapSampleRemoval(this WebApplication app) =>
        app.MapPost("/sample/remove", RemoveAsync).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().RequireRateLimiting(RateLimits.Acts);

    private static async Task<IResult> RemoveAsync(
        HttpContext context, Sample sample, IDbContextFactory<PaperDigestDb> databases, IOutputCacheStore pages)
    {
        var cancel = context.RequestAborted;
        if (!context.User.IsInRole(Policies.Admin) && await HasAdminAsync(databases, cancel))
            return new FormRefusal(StatusCodes.Status403Forbidden, "Only an admin may do that", "The sample can be removed by an admin of this site. Nothing was changed.")
            {
                Way = ("/signin", "Sign in"),
            };
        await sample.RemoveAsync(cancel);
        // Not only when the database tells: whoever clicked is about to look.
        await pages.EvictByTagAsync(PageTags.All, cancel);
        return new SeeOther("/");
    }

    private static async Task<bool> HasAdminAsync(IDbContextFactory<PaperDigestDb> databases, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(a => a.Role == AccountRole.Admin, cancel);
    }
}
