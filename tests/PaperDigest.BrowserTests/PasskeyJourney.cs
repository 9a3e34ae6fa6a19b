using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PaperDigest.Accounts;
using PaperDigest.Hosting;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class PasskeyJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_reader_adds_a_passkey_signs_in_with_it_renames_it_and_removes_it()
    {
        await using var reader = await OpenAsync();
        await AuthenticatorAsync(reader);
        await reader.VisitAsync(await SignedIn.LinkAsync(site, "keys@example.org", AccountRole.Curator));
        await PressAsync(reader, "Sign in");
        await reader.Page.GetByLabel("Name for a new passkey").FillAsync("Laptop");
        await PressAsync(reader, "Add a passkey");
        await Expect(reader.Page.GetByText("The passkey is there")).ToBeVisibleAsync();
        await Expect(reader.Page.Locator(".passkeys li")).ToContainTextAsync("Laptop");
        await reader.PageIsSoundAsync();

        await PressAsync(reader, "Sign out here");
        await reader.VisitAsync("/signin?return=/subscribe");
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Sign in with a passkey");
        await reader.Page.WaitForURLAsync("**/account?return=%2Fsubscribe");
        await Expect(reader.Page.GetByText("Signed in as keys@example.org")).ToBeVisibleAsync();

        await reader.Page.GetByText("Laptop").ClickAsync();
        await reader.Page.GetByLabel("Name of the passkey").FillAsync("Old laptop");
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Rename");
        await Expect(reader.Page.Locator(".passkeys li")).ToContainTextAsync("Old laptop");
        await reader.Page.GetByText("Old laptop").ClickAsync();
        await PressAsync(reader, "Remove");
        await Expect(reader.Page.GetByText("opens nothing here any more")).ToBeVisibleAsync();

        await PressAsync(reader, "Sign out here");
        await reader.VisitAsync("/signin");
        await PressAsync(reader, "Sign in with a passkey");
        await Expect(reader.Page.GetByText("not known here")).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task A_device_that_has_no_passkey_is_no_dead_end()
    {
        await using var reader = await OpenAsync();
        await AuthenticatorAsync(reader);
        await reader.VisitAsync("/signin");
        await PressAsync(reader, "Sign in with a passkey");
        await Expect(reader.Page.GetByText("gave no passkey")).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task Without_scripts_nothing_is_offered_that_does_not_work()
    {
        await using var reader = await Reader.OpenAsync(chromium, Home, Devices.WithoutScripts);
        await reader.VisitAsync("/signin");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Mail me a link" })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "passkey" })).ToHaveCountAsync(0);
    }

    /// <summary>By name: browsers bind no passkey to a bare IP address.</summary>
    private Uri Home
    {
        get
        {
            var home = new UriBuilder(site.Client.BaseAddress!) { Host = "localhost" }.Uri;
            site.Services.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl = home.ToString();
            // The browser looks at the real clock when it keeps a cookie.
            site.Clock.Now = DateTimeOffset.UtcNow;
            return home;
        }
    }

    private Task<Reader> OpenAsync() => Reader.OpenAsync(chromium, Home, Devices.Of(Devices.Desktop));

    /// <summary>A device in the browser that knows its owner by finger or face.</summary>
    private static async Task AuthenticatorAsync(Reader reader)
    {
        var session = await reader.Page.Context.NewCDPSessionAsync(reader.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new
            {
                protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true,
            },
        });
    }

    private static Task PressAsync(Reader reader, string button) =>
        reader.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
