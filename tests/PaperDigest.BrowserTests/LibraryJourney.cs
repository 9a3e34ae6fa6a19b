using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class LibraryJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await SomeDays.StoreAsync(site);
        await site.Database.ExecuteAsync("INSERT INTO paper_categories SELECT 'cs.LG', arxiv_id, first_listed FROM papers WHERE 'cs.LG' = ANY (categories) ON CONFLICT DO NOTHING");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Devices.Desktop, true)]
    [InlineData(Devices.Phone, true)]
    [InlineData(Devices.Narrow, false)]
    public async Task A_paper_is_saved_tagged_noted_found_again_and_read(string device, bool scripts)
    {
        await using var reader = await OpenAsync(device, scripts);
        await reader.VisitAsync("/");
        await Save(reader, "2605.00041").ClickAsync();
        await Expect(Save(reader, "2605.00041")).ToHaveAttributeAsync("aria-pressed", "true");
        await Save(reader, "2605.00042").ClickAsync();
        await Expect(Save(reader, "2605.00042")).ToHaveTextAsync("Saved");

        await reader.VisitAsync("/papers/2605.00041");
        await reader.Page.GetByText("Add tags or a note").ClickAsync();
        await reader.Page.GetByLabel("Tags", new() { Exact = true }).FillAsync("evaluation, to read");
        await reader.Page.GetByRole(AriaRole.Textbox, new() { Name = "Note" }).FillAsync("Compare with ours.");
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Keep");
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "evaluation" })).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();

        await reader.VisitAsync("/saved?tag=to%20read");
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(1);
        await Expect(reader.Page.GetByText("Compare with ours.").First).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("article.paper")).ToHaveAttributeAsync("data-read", "");
        await reader.PageIsSoundAsync();
        if (scripts) Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), int.MinValue, 0);

        await reader.Page.GetByText("Rename or remove the tag").ClickAsync();
        await reader.Page.GetByLabel("New name").FillAsync("next");
        await PressAsync(reader, "Rename");
        await Expect(reader.Page).ToHaveURLAsync($"{site.Client.BaseAddress}saved?tag=next");
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(Devices.Desktop, true)]
    [InlineData(Devices.Phone, true)]
    [InlineData(Devices.Narrow, false)]
    public async Task What_is_followed_brings_papers_with_their_reasons_and_what_does_not_interest_goes(string device, bool scripts)
    {
        await using var reader = await OpenAsync(device, scripts);
        await reader.VisitAsync("/for-you");
        await reader.PageIsSoundAsync();
        await reader.VisitAsync("/categories/cs.LG");
        await PressAsync(reader, "Follow cs.LG");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Following" })).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();

        await reader.VisitAsync("/for-you");
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(4);
        await Expect(reader.Page.Locator(".reasons").First).ToHaveTextAsync("You follow cs.LG");
        await reader.PageIsSoundAsync();
        if (scripts) Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), int.MinValue, 0);
        await reader.Page.GetByText("Not interested").First.ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Hide this paper" }).First.ClickAsync();
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(3);
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Show it again");
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(4);

        await reader.VisitAsync("/follows");
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Mute cs.LG");
        await reader.VisitAsync("/for-you");
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(0);
    }

    private Task<Reader> OpenAsync(string device, bool scripts)
    {
        var options = Devices.Of(device);
        options.JavaScriptEnabled = scripts;
        return Reader.OpenAsync(chromium, site.Client.BaseAddress!, options);
    }

    private static ILocator Save(Reader reader, string paper) => reader.Page.Locator($"article[data-arxiv-id='{paper}'] .save button");

    private static Task PressAsync(Reader reader, string button) => reader.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
