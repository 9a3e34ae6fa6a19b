using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class SearchJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Found = "OmniRetrieval: Unified Retrieval across Heterogeneous Knowledge Sources";

    public async ValueTask InitializeAsync() => await SomeDays.StoreSampleAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Devices.Desktop)]
    [InlineData(Devices.Phone)]
    public async Task Suggestions_come_while_one_types_and_the_keys_open_one(string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.VisitAsync("/papers?q=");
        var box = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Words of a title" });
        await box.FocusAsync();
        await reader.Page.Keyboard.TypeAsync("omniret");
        var option = reader.Page.GetByRole(AriaRole.Option);
        await Expect(option).ToHaveCountAsync(1);
        await Expect(option).ToContainTextAsync(Found);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(reader.Page.Locator("main [role=status]")).ToHaveTextAsync("1 suggestion");
        await Expect(box).ToBeFocusedAsync();

        // One more letter just before the choice: its search must not undo the choice.
        await reader.Page.Keyboard.TypeAsync("r");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", (await option.GetAttributeAsync("id"))!);
        await reader.PageIsSoundAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Found);
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_for_the_words_and_Escape_closes_the_list()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/");
        // The slash leads to the box at the top of each page.
        await reader.Page.Keyboard.PressAsync("/");
        await Expect(reader.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await reader.Page.Keyboard.TypeAsync("model");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Search");

        var box = reader.Page.GetByRole(AriaRole.Combobox);
        await Expect(box).ToHaveValueAsync("model");
        await box.ClickAsync();
        await reader.Page.Keyboard.TypeAsync(" ret");
        await Expect(reader.Page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.Page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await box.FillAsync("omniretrieval");
        await Expect(reader.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/papers\?q=omniretrieval$"));
        await Expect(reader.Page.GetByText("1 paper", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(reader.Page.Locator("article.paper h2")).ToHaveTextAsync(Found);
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task A_suggestion_opens_at_a_click()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/papers?q=");
        await reader.Page.GetByRole(AriaRole.Combobox).FillAsync("omniretr");
        await reader.Page.GetByRole(AriaRole.Option).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Found);
    }

    [Fact]
    public async Task Without_scripts_the_form_searches_and_an_id_leads_to_its_paper()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.WithoutScripts);
        await reader.VisitAsync("/");
        await reader.Page.GetByRole(AriaRole.Searchbox).FillAsync("unified retrieval");
        await reader.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = Found, Exact = true }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Found);

        await reader.VisitAsync("/papers?q=");
        await reader.Page.GetByLabel("Words of a title").FillAsync("arXiv:2605.29250v2");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Found);
    }
}
