using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PaperDigest.Database;
using PaperDigest.Digests;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed partial class SubscribingJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = TestClock.Noon;
        await SomeDays.StoreAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_reader_subscribes_confirms_reads_a_digest_and_leaves()
    {
        await using var reader = await OpenAsync();
        await reader.VisitAsync("/");
        var box = reader.Page.Locator("aside form.sub");
        await Expect(box).ToContainTextAsync("Hour in Berlin time");
        await box.GetByLabel("E-mail").FillAsync("reader@example.org");
        await box.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }).ClickAsync();
        await SeesAsync(reader, "Look into your mail");

        await SendAsync();
        await reader.VisitAsync(LinkIn(Mail("reader@example.org", "Confirm your daily digest from PaperDigest"), "/confirm/"));
        await SeesAsync(reader, "Confirm the digest");
        await Expect(reader.Page.GetByText("every day at 07:00 (Europe/Berlin)")).ToBeVisibleAsync();
        await PressAsync(reader, "Yes, send it to me");
        await SeesAsync(reader, "You are subscribed");

        // Seven in Berlin on the next morning.
        site.Clock.Now = new DateTimeOffset(2026, 5, 13, 5, 0, 0, TimeSpan.Zero);
        await SendAsync();
        var digest = Mail("reader@example.org", "Papers of Tuesday 12 May 2026");
        await ReadsWellAsync(digest);

        await reader.VisitAsync(LinkIn(digest, "/unsubscribe/"));
        await SeesAsync(reader, "Leave the daily digest?");
        await PressAsync(reader, "Unsubscribe");
        await SeesAsync(reader, "You are unsubscribed");
        site.Clock.Now = site.Clock.Now.AddDays(1);
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task A_subscriber_changes_hour_and_categories_by_the_link_in_the_mail()
    {
        await using var reader = await OpenAsync();
        await reader.VisitAsync("/subscribe");
        await reader.PageIsSoundAsync();
        await Expect(reader.Page.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Berlin");
        await reader.Page.GetByLabel("Mail address").FillAsync("subscriber@example.org");
        await reader.Page.GetByLabel("cs.CL").CheckAsync();
        await PressAsync(reader, "Subscribe");
        await SeesAsync(reader, "Look into your mail");

        await SendAsync();
        await reader.VisitAsync(LinkIn(Mail("subscriber@example.org", "Confirm your daily digest from PaperDigest"), "/confirm/"));
        await PressAsync(reader, "Yes, send it to me");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Change hour, time zone or categories" }).ClickAsync();
        await SeesAsync(reader, "Your daily digest");
        await Expect(reader.Page.GetByLabel("cs.CL")).ToBeCheckedAsync();
        await reader.Page.GetByLabel("Hour").SelectOptionAsync("21");
        await reader.Page.GetByLabel("cs.LG").CheckAsync();
        await PressAsync(reader, "Save");
        await Expect(reader.Page.GetByText("in cs.CL and cs.LG go to subscriber@example.org every day at 21:00 (Europe/Berlin)")).ToBeVisibleAsync();
        await SeesAsync(reader, "Your daily digest");
    }

    [Fact]
    public async Task A_mistake_is_named_beside_the_field_and_what_was_typed_stays()
    {
        await using var reader = await OpenAsync();
        await reader.VisitAsync("/subscribe");
        reader.Expects(422);
        // To a browser this is an address.
        await reader.Page.GetByLabel("Mail address").FillAsync("reader@localhost");
        await reader.Page.GetByLabel("Hour").SelectOptionAsync("21");
        await PressAsync(reader, "Subscribe");
        await Expect(reader.Page.GetByLabel("Mail address")).ToHaveAccessibleDescriptionAsync("The part after the @ needs a dot, as in example.org.");
        await Expect(reader.Page.GetByLabel("Mail address")).ToHaveValueAsync("reader@localhost");
        await Expect(reader.Page.GetByLabel("Hour")).ToHaveValueAsync("21");
        await reader.PageIsSoundAsync();
    }

    private Task<Reader> OpenAsync()
    {
        var options = Devices.Of(Devices.Desktop);
        options.TimezoneId = "Europe/Berlin";
        return Reader.OpenAsync(chromium, site.Client.BaseAddress!, options);
    }

    private static Task PressAsync(Reader reader, string button) =>
        reader.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task SeesAsync(Reader reader, string heading)
    {
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await reader.PageIsSoundAsync();
    }

    /// <summary>Composes what is due and delivers all; says how many digests were composed.</summary>
    private async Task<int> SendAsync()
    {
        var report = await site.Services.GetRequiredService<SendDigests>().RunAsync(site.Clock.Now, TestContext.Current.CancellationToken);
        Assert.Equal(0, report.Left);
        return report.Planned.Queued;
    }

    /// <summary>The one message of that kind in the folder that stands in for a mail server.</summary>
    private MimeReader Mail(string to, string subject) =>
        Directory.GetFiles(site.Services.GetRequiredService<DataFolder>().Within("mail"), "*.eml").Select(file => MimeReader.Read(File.ReadAllBytes(file)))
            .Single(mail => mail["To"] == to && mail.Decoded("Subject").StartsWith(subject, StringComparison.Ordinal));

    /// <summary>The path of a link in the text; the site of the test has another address than the mail was told.</summary>
    private static string LinkIn(MimeReader mail, string path) => new Uri(
        Addresses().Matches(mail.Parts[0].Text).Select(m => m.Value).First(a => a.Contains(path, StringComparison.Ordinal))).PathAndQuery;

    /// <summary>The HTML part as a mail program shows it, in the dark.</summary>
    private async Task ReadsWellAsync(MimeReader mail)
    {
        await using var program = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(Devices.Phone));
        await program.Page.SetContentAsync(mail.Parts[1].Text);
        await Expect(program.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Papers of Tuesday 12 May 2026");
        await Expect(program.Page.GetByRole(AriaRole.Link, new() { Name = "Unsubscribe", Exact = true })).ToBeVisibleAsync();
        Assert.True(await program.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        await program.PageIsSoundAsync(Reader.RulesOfMail);
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();
}
