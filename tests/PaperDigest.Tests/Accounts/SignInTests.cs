using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Accounts;

public sealed class SignInTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_link_signs_in_once_and_opens_what_the_role_may_see()
    {
        var link = await LinkAsync("admin@example.org", AccountRole.Admin);
        using var browser = site.NewClient(cookies: true);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(browser, "/admin/jobs")).StatusCode);

        Assert.Equal("/account", (await PostAsync(browser, link)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/admin/jobs")).StatusCode);

        using var second = site.NewClient(cookies: true);
        await PostAsync(second, link);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(second, "/account")).StatusCode);
    }

    [Fact]
    public async Task Opening_a_link_does_not_use_it_up()
    {
        var link = await LinkAsync("scanned@example.org", AccountRole.Admin);
        await GetAsync(site.Client, link);
        await GetAsync(site.Client, link);
        Assert.Equal("/account", (await PostAsync(site.Client, link)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_past_its_time_signs_nobody_in()
    {
        var link = await LinkAsync("late@example.org", AccountRole.Admin);
        site.Clock.Now += LinkLife;
        Assert.Equal(link, (await PostAsync(site.Client, link)).Headers.Location?.OriginalString);
        Assert.Contains("no longer works", await (await GetAsync(site.Client, link)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curator_is_no_admin_until_promoted()
    {
        using var browser = site.NewClient(cookies: true);
        await PostAsync(browser, await LinkAsync("curator@example.org", AccountRole.Curator));
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(browser, "/admin/jobs")).StatusCode);

        await PostAsync(browser, await LinkAsync("curator@example.org", AccountRole.Admin));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/admin/jobs")).StatusCode);
    }

    [Fact]
    public async Task An_address_may_hold_all_that_addresses_may() =>
        Assert.Equal("/account", (await PostAsync(site.Client, await LinkAsync("o'neill!#$%&*/=?^_`{|}~@example.org", AccountRole.Admin))).Headers.Location?.OriginalString);

    private Task<string> LinkAsync(string email, AccountRole role) => SignedIn.LinkAsync(site, email, role);

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string path) =>
        browser.GetAsync(path, TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path) =>
        browser.PostAsync(path, new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
}
