using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;

namespace PaperDigest.Tests.Support;

/// <summary>Opens browsers of people who have signed in.</summary>
internal static class SignedIn
{
    /// <summary>A client with the cookie of an account of that role, made on the spot.</summary>
    public static Task<HttpClient> AsAsync(RunningSite site, AccountRole role) => AsAsync(site, $"{role}@example.org".ToLowerInvariant(), role);

    /// <summary>A client with the cookie of the account of that address, made on the spot.</summary>
    public static async Task<HttpClient> AsAsync(RunningSite site, string email, AccountRole role = AccountRole.Reader)
    {
        var browser = site.NewClient(cookies: true);
        await AgainAsync(site, browser, email, role);
        return browser;
    }

    /// <summary>Signs the account of that role in with a browser that was used before.</summary>
    public static Task AgainAsync(RunningSite site, HttpClient browser, AccountRole role) =>
        AgainAsync(site, browser, $"{role}@example.org".ToLowerInvariant(), role);

    /// <summary>Signs the account of that address in with a browser that was used before.</summary>
    public static async Task AgainAsync(RunningSite site, HttpClient browser, string email, AccountRole role)
    {
        using var answer = await browser.PostAsync(await LinkAsync(site, email, role), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
    }

    /// <summary>A link that signs in once, as the account of that address.</summary>
    public static async Task<string> LinkAsync(RunningSite site, string email, AccountRole role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountBook>().EnsureAsync(email, role, site.Clock.Now);
        return "/signin/" + await site.Services.GetRequiredService<SignInLinks>().CreateAsync(account.Id, site.Clock.Now.AddHours(1), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form of the page at <paramref name="path"/> with its token, as the browser would.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = Html.Field(await browser.ReadAsync(path), "__RequestVerificationToken");
        var content = new FormUrlEncodedContent(
            [new("_handler", form), new("__RequestVerificationToken", token ?? ""), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await browser.PostAsync(path, content, TestContext.Current.CancellationToken);
    }
}
