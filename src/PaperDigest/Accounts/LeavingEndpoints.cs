using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using PaperDigest.Hosting;

namespace PaperDigest.Accounts;

/// <summary>A person's own data: <c>GET /account/data</c> gives all of it as one file, <c>POST /account/delete</c> ends the account and erases it.</summary>
internal static class LeavingEndpoints
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapLeaving(this WebApplication app)
    {
        app.MapGet("/account/data", ExportAsync).RequireAuthorization().RequireRateLimiting(RateLimits.Acts);
        app.MapPost("/account/delete", DeleteAsync).WithOrder(-1).DisableAntiforgery().AddEndpointFilter<SameOriginOnly>().AcceptOnlyForms()
            .RequireAuthorization().RequireRateLimiting(RateLimits.Acts);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, UserManager<Account> accounts, PersonalRecords records, TimeProvider time)
    {
        if (await accounts.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var kept = await records.ExportAsync(account.Person, context.RequestAborted);
        var passkeys = await accounts.GetPasskeysAsync(account);
        var file = new
        {
            ExportedAt = time.GetUtcNow(),
            Account = new { account.Email, account.PublicName, Role = account.Role.ToString().ToLowerInvariant(), account.CreatedAt },
            Passkeys = passkeys.Select(p => new { p.Name, p.CreatedAt }),
            Records = kept,
        };
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(file, Readable), "application/json", "my-data.json");
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, SignInManager<Account> session, PersonalRecords records, TimeProvider time)
    {
        if (await session.UserManager.GetUserAsync(context.User) is not { } account) return new SeeOther("/signin");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!string.Equals(form["confirm"].ToString().Trim(), account.Email, StringComparison.OrdinalIgnoreCase))
        {
            context.Items[typeof(DeletePage)] = form["confirm"].ToString();
            return new RazorComponentResult<WholePage>(new { Of = typeof(DeletePage) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        await records.EraseAsync(account.Person, time.GetUtcNow(), context.RequestAborted);
        await session.SignOutAsync();
        Visitor.Forget(context);
        return new SeeOther("/account/deleted");
    }
}
