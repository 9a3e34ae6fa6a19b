using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PaperDigest.Accounts;
using PaperDigest.Database;
using PaperDigest.Mail;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed partial class SignInJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        // The browser looks at the real clock when it keeps a cookie.
        site.Clock.Now = DateTimeOffset.UtcNow;
        await SomeDays.StoreAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_admin_follows_the_printed_link_and_sees_what_the_jobs_did()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.Page.GotoAsync(await SignedIn.LinkAsync(site, "admin@example.org", AccountRole.Admin));
        await reader.PageIsSoundAsync();

        await PressAsync(reader, "Sign in");
        await reader.Page.GetByText("Signed in as admin@example.org").WaitForAsync();
        await reader.PageIsSoundAsync();

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "What the jobs did" }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Schedules" }).WaitForAsync();
        await reader.PageIsSoundAsync();
    }

    [Theory]
    [InlineData(Devices.Desktop, true)]
    [InlineData(Devices.Phone, true)]
    [InlineData(Devices.Narrow, false)]
    public async Task A_reader_signs_in_by_mail_chooses_a_name_comes_back_and_signs_out(string device, bool scripts)
    {
        var options = Devices.Of(device);
        options.JavaScriptEnabled = scripts;
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, options);
        var address = $"reader{device.Length}@example.org";
        await reader.VisitAsync("/papers/2605.00001");
        await reader.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await SeesAsync(reader, "Sign in", scripts);
        await reader.Page.GetByLabel("Mail address").FillAsync(address);
        await PressAsync(reader, "Mail me a link");
        await SeesAsync(reader, "Look into your mail", scripts);

        await reader.VisitAsync(await LinkMailedAsync(address));
        await SeesAsync(reader, "Sign in", scripts);
        await PressAsync(reader, "Sign in");
        await SeesAsync(reader, "Your account", scripts);

        reader.Expects(422);
        await reader.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("moderator");
        await PressAsync(reader, "Take this name");
        await Expect(reader.Page.GetByLabel("Name", new() { Exact = true })).ToHaveAccessibleDescriptionAsync(new Regex("kept for the site itself"));
        await SeesAsync(reader, "Your account", scripts);
        reader.Expects(200);
        await reader.Page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Reader-{device.Length}");
        await PressAsync(reader, "Take this name");
        await SeesAsync(reader, "On the matter of 2605.00001", scripts);

        await OpenMenuAsync(reader);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Your page" }).ClickAsync();
        await SeesAsync(reader, $"Reader-{device.Length}", scripts);
        await OpenMenuAsync(reader);
        if (scripts) await reader.PageIsSoundAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Devices.Desktop)]
    [InlineData(Devices.Phone)]
    [InlineData(Devices.Narrow)]
    public async Task Who_leaves_says_so_twice_and_is_gone(string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        var address = $"leaves{device.Length}@example.org";
        await reader.VisitAsync(await SignedIn.LinkAsync(site, address, AccountRole.Reader));
        await PressAsync(reader, "Sign in");
        await SeesAsync(reader, "Your account", scripts: true);
        var file = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.GetByRole(AriaRole.Link, new() { Name = "Download your data" }).ClickAsync());
        Assert.Equal("my-data.json", file.SuggestedFilename);

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Delete your account" }).ClickAsync();
        await SeesAsync(reader, "Delete your account", scripts: true);
        reader.Expects(422);
        await reader.Page.GetByLabel("To go on, type your address").FillAsync("yes");
        await PressAsync(reader, "Delete my account");
        await Expect(reader.Page.GetByText("Nothing was deleted")).ToBeVisibleAsync();
        await SeesAsync(reader, "Delete your account", scripts: true);
        reader.Expects(200);
        await reader.Page.GetByLabel("To go on, type your address").FillAsync(address);
        await PressAsync(reader, "Delete my account");
        await SeesAsync(reader, "Your account is deleted", scripts: true);
        await Expect(reader.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private static Task PressAsync(Reader reader, string button) =>
        reader.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    // By the keyboard, as who uses no mouse does.
    private static async Task OpenMenuAsync(Reader reader)
    {
        await reader.Page.Locator(".menu summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task SeesAsync(Reader reader, string heading, bool scripts)
    {
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        // Axe is a script.
        if (scripts) await reader.PageIsSoundAsync();
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    /// <summary>Delivers what waits, and reads the link to that address from the folder that stands in for a mail server.</summary>
    private async Task<string> LinkMailedAsync(string address)
    {
        await site.Services.GetRequiredService<DeliverMail>().RunAsync(new DeliveryRound(site.Clock.Now), TestContext.Current.CancellationToken);
        var mail = Directory.GetFiles(site.Services.GetRequiredService<DataFolder>().Within("mail"), "*.eml")
            .Select(file => MimeReader.Read(File.ReadAllBytes(file))).Single(m => m["To"] == address);
        return new Uri(Secret().Match(mail.Parts[0].Text).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https?://\S+/signin/\S+")]
    private static partial Regex Secret();
}
