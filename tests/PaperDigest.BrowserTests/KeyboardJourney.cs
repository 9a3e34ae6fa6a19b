using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class KeyboardJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await SomeDays.StoreAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task J_and_k_go_from_paper_to_paper_v_votes_and_o_opens()
    {
        await using var reader = await OpenAsync();
        await PressAsync(reader, "j", "j", "j", "k");
        await Expect(Title(reader, 1)).ToBeFocusedAsync();
        await PressAsync(reader, "v");
        await Expect(Papers(reader).Nth(1).Locator(".vote button")).ToHaveAttributeAsync("aria-pressed", "true");
        // The focus stays with the paper whose button was pressed for the reader.
        await PressAsync(reader, "j");
        await Expect(Title(reader, 2)).ToBeFocusedAsync();
        var paper = await Papers(reader).Nth(2).GetAttributeAsync("data-arxiv-id");
        await PressAsync(reader, "o");
        await Expect(reader.Page).ToHaveURLAsync($"{site.Client.BaseAddress}papers/{paper}");
        await PressAsync(reader, "v");
        await Expect(reader.Page.Locator("article.sheet .vote button")).ToHaveAttributeAsync("aria-pressed", "true");
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task After_the_last_paper_j_leads_to_the_next_page()
    {
        await using var reader = await OpenAsync();
        await Title(reader, 49).FocusAsync();
        await PressAsync(reader, "j");
        await Expect(reader.Page.Locator(".pager [rel=next]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Help_opens_by_its_key_and_by_a_button_and_closes_by_Escape()
    {
        await using var reader = await OpenAsync();
        await PressAsync(reader, "?");
        await Expect(Help(reader)).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();
        await PressAsync(reader, "Escape");
        await Expect(Help(reader)).ToBeHiddenAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Keyboard" }).ClickAsync();
        await Expect(Help(reader)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Keys_that_are_typed_into_a_field_or_were_turned_off_do_nothing()
    {
        await using var reader = await OpenAsync();
        await PressAsync(reader, "/");
        await PressAsync(reader, "j", "?");
        await Expect(reader.Page.Locator(".find input")).ToHaveValueAsync("j?");
        await Expect(Help(reader)).ToHaveCountAsync(0);

        await reader.Page.Locator(".find input").BlurAsync();
        await PressAsync(reader, "?");
        await reader.Page.GetByLabel("Turn single keys off on this device").CheckAsync();
        await PressAsync(reader, "Escape", "j");
        await Expect(Papers(reader).Locator(":focus")).ToHaveCountAsync(0);
        await reader.Page.ReloadAsync();
        await PressAsync(reader, "j");
        await Expect(Papers(reader).Locator(":focus")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_chosen_colours_are_kept_over_the_systems()
    {
        await using var reader = await OpenAsync();
        var light = await GroundAsync(reader);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Dark", Exact = true }).ClickAsync();
        Assert.NotEqual(light, await GroundAsync(reader));
        await reader.PageIsSoundAsync();
        await reader.VisitAsync("/papers/2605.00041");
        Assert.NotEqual(light, await GroundAsync(reader));
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "System", Exact = true }).ClickAsync();
        Assert.Equal(light, await GroundAsync(reader));
    }

    [Fact]
    public async Task Without_a_network_the_page_says_so_and_a_vote_is_not_lost_on_the_way()
    {
        await using var reader = await OpenAsync();
        await reader.Page.Context.SetOfflineAsync(true);
        await Expect(reader.Page.GetByText("You are offline")).ToBeVisibleAsync();
        await Title(reader, 5).FocusAsync();
        await PressAsync(reader, "v");
        await Expect(reader.Page).ToHaveURLAsync(site.Client.BaseAddress!.ToString());
        await reader.Page.Context.SetOfflineAsync(false);
        await Expect(reader.Page.GetByText("You are offline")).ToBeHiddenAsync();
        await PressAsync(reader, "v");
        await Expect(Papers(reader).Nth(5).Locator(".vote button")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    private static ILocator Papers(Reader reader) => reader.Page.Locator("article.paper");

    private static ILocator Title(Reader reader, int number) => Papers(reader).Nth(number).Locator("h2 a");

    private static ILocator Help(Reader reader) => reader.Page.GetByRole(AriaRole.Dialog);

    private static Task<string> GroundAsync(Reader reader) => reader.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task PressAsync(Reader reader, params string[] keys)
    {
        foreach (var key in keys) await reader.Page.Keyboard.PressAsync(key);
    }

    private async Task<Reader> OpenAsync()
    {
        var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/");
        return reader;
    }
}
