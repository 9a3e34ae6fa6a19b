using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.BrowserTests;

public sealed class SignInJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task An_admin_follows_the_printed_link_and_sees_what_the_jobs_did()
    {
        // The browser looks at the real clock when it keeps a cookie.
        site.Clock.Now = DateTimeOffset.UtcNow;
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.Page.GotoAsync(await LinkAsync());
        await reader.PageIsSoundAsync();

        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await reader.Page.GetByText("admin@example.org").WaitForAsync();
        await reader.PageIsSoundAsync();

        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "What the jobs did" }).ClickAsync();
        await reader.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Schedules" }).WaitForAsync();
        await reader.PageIsSoundAsync();
    }

    private async Task<string> LinkAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountBook>().EnsureAsync("admin@example.org", AccountRole.Admin, site.Clock.Now);
        var links = site.Services.GetRequiredService<SignInLinks>();
        return "/signin/" + await links.CreateAsync(account.Id, site.Clock.Now.AddHours(1), TestContext.Current.CancellationToken);
    }
}
