using Microsoft.Playwright;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class TalkJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Paper = "/papers/2605.00041";

    public async ValueTask InitializeAsync()
    {
        await SomeDays.StoreAsync(site);
        // The browser looks at the real clock when it keeps a cookie.
        site.Clock.Now = DateTimeOffset.UtcNow;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task People_talk_about_a_paper_are_told_of_answers_and_a_curator_hides_what_is_reported()
    {
        await using var ada = await SignInAsync("ada", AccountRole.Reader, Devices.Of(Devices.Desktop));
        await ada.VisitAsync(Paper);
        await ada.PageIsSoundAsync();
        await ada.Page.GetByLabel("Say the first thing about this paper").FillAsync("It *holds* for $x^2$. See https://example.org/long\n\n> as they say\n\n```\na code line that is rather long and has to scroll in its own frame instead of the page\n```");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(ada.Page.Locator(".preview em")).ToHaveTextAsync("holds");
        await ada.PageIsSoundAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();
        await Expect(ada.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{Paper}#c[0-9a-f]+$"));
        await Expect(Comment(ada, "ada").Locator("em")).ToHaveTextAsync("holds");

        await Comment(ada, "ada").GetByRole(AriaRole.Button, new() { Name = "Celebrate, 0" }).ClickAsync();
        await Expect(Comment(ada, "ada").GetByRole(AriaRole.Button, new() { Name = "Celebrate, 1" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Comment(ada, "ada").Locator("summary", new() { HasText = "Edit" }).ClickAsync();
        await Comment(ada, "ada").GetByLabel("Your comment").FillAsync("It *holds*, I think.");
        await ada.PageIsSoundAsync();
        await Comment(ada, "ada").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Comment(ada, "ada").GetByText("edited, 2 versions")).ToBeVisibleAsync();
        await ada.PageIsSoundAsync();

        await using var bob = await SignInAsync("bob", AccountRole.Reader, Devices.Of(Devices.Phone));
        await bob.VisitAsync(Paper);
        await Comment(bob, "ada").Locator("summary", new() { HasText = "Answer" }).ClickAsync();
        await Comment(bob, "ada").GetByLabel("Your answer to ada").FillAsync("Does it, @ada?");
        await bob.PageIsSoundAsync();
        await Comment(bob, "ada").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Expect(Comment(bob, "bob")).ToBeVisibleAsync();
        await Comment(bob, "ada").Locator("summary", new() { HasText = "Report" }).ClickAsync();
        await Comment(bob, "ada").GetByLabel("What is wrong with it?").FillAsync("Too sure of itself");
        await Comment(bob, "ada").GetByRole(AriaRole.Button, new() { Name = "Report to the curators" }).ClickAsync();
        await Expect(bob.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await bob.PageIsSoundAsync();

        await ada.VisitAsync("/");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Notifications, 1 unread" }).ClickAsync();
        await ada.PageIsSoundAsync();
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "bob answered your comment" }).ClickAsync();
        await Expect(Comment(ada, "bob")).ToBeVisibleAsync();
        await ada.PageIsSoundAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Notifications", Exact = true }).First).ToBeVisibleAsync();

        await using var curator = await SignInAsync("carla", AccountRole.Curator, Devices.WithoutScripts);
        await curator.VisitAsync("/admin/reports");
        await curator.Page.GetByLabel("Why it is hidden").FillAsync("Let us stay civil");
        await curator.Page.GetByRole(AriaRole.Button, new() { Name = "Hide", Exact = true }).ClickAsync();
        await Expect(curator.Page.GetByText("Nothing waits.")).ToBeVisibleAsync();
        await bob.VisitAsync(Paper);
        await Expect(bob.Page.GetByText("Hidden by a curator: Let us stay civil")).ToBeVisibleAsync();
        await Expect(Comment(bob, "bob")).ToBeVisibleAsync();
        await bob.PageIsSoundAsync();

        await curator.Page.GetByRole(AriaRole.Button, new() { Name = "Restore the comment by ada" }).ClickAsync();
        await using var visitor = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(Devices.Narrow));
        await visitor.VisitAsync(Paper + "/comments");
        await Expect(Comment(visitor, "ada")).ToBeVisibleAsync();
        await visitor.PageIsSoundAsync();
        Assert.InRange(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 320);
    }

    private static ILocator Comment(Reader reader, string author) => reader.Page.Locator($"article.comment[aria-label='Comment by {author}']");

    private async Task<Reader> SignInAsync(string name, AccountRole role, BrowserNewContextOptions device)
    {
        var link = await SignedIn.LinkAsync(site, $"{name}@example.org", role);
        await site.Database.ExecuteAsync($"UPDATE accounts SET public_name = '{name}', public_name_key = '{name}' WHERE email = '{name}@example.org'");
        var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, device);
        await reader.VisitAsync(link);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await reader.Page.Locator(".menu").WaitForAsync();
        return reader;
    }
}
