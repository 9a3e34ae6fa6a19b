using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class VotingJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await SomeDays.StoreAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_vote_counts_at_once_is_kept_and_can_be_taken_back()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/");
        await reader.Page.EvaluateAsync("window.stayed = true");
        await Vote(reader, "2605.00041").ClickAsync();
        await ShowsAsync(reader, "2605.00041", 1, voted: true);
        await Expect(Vote(reader, "2605.00041")).ToHaveAccessibleNameAsync("Upvote, 1 vote");
        await reader.PageIsSoundAsync();
        await Vote(reader, "2605.00042").ClickAsync();
        await ShowsAsync(reader, "2605.00042", 1, voted: true);
        await Vote(reader, "2605.00042").ClickAsync();
        await ShowsAsync(reader, "2605.00042", 0, voted: false);
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.stayed === true"));

        await reader.Page.ReloadAsync();
        await ShowsAsync(reader, "2605.00041", 1, voted: true);
        await ShowsAsync(reader, "2605.00042", 0, voted: false);
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task Without_scripts_the_form_votes_and_leads_back_to_the_paper()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.WithoutScripts);
        await reader.VisitAsync("/");
        await Vote(reader, "2605.00043").ClickAsync();
        await ShowsAsync(reader, "2605.00043", 1, voted: true);
        await Expect(reader.Page).ToHaveURLAsync($"{site.Client.BaseAddress}papers/date/2026-05-12#p2605.00043");
        await reader.Page.ReloadAsync();
        await ShowsAsync(reader, "2605.00043", 1, voted: true);

        await Vote(reader, "2605.00043").ClickAsync();
        await ShowsAsync(reader, "2605.00043", 0, voted: false);
        await reader.Page.ReloadAsync();
        await ShowsAsync(reader, "2605.00043", 0, voted: false);
    }

    [Fact]
    public async Task A_vote_on_the_papers_page_shows_on_the_list_that_one_goes_back_to()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "On the matter of 2605.00044", Exact = true }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Upvote, 0 votes" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Upvote, 1 vote" })).ToHaveAttributeAsync("aria-pressed", "true");
        await reader.PageIsSoundAsync();
        await reader.Page.GoBackAsync();
        await ShowsAsync(reader, "2605.00044", 1, voted: true);
        // The form knows it as well: one more click takes the vote back.
        await Vote(reader, "2605.00044").ClickAsync();
        await ShowsAsync(reader, "2605.00044", 0, voted: false);
    }

    [Fact]
    public async Task A_vote_on_the_list_is_there_when_one_comes_back_from_a_paper()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync("/");
        await Vote(reader, "2605.00045").ClickAsync();
        await ShowsAsync(reader, "2605.00045", 1, voted: true);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "On the matter of 2605.00045", Exact = true }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Upvote, 1 vote" })).ToHaveAttributeAsync("aria-pressed", "true");
        await reader.Page.GoBackAsync();
        await ShowsAsync(reader, "2605.00045", 1, voted: true);
        await Vote(reader, "2605.00045").ClickAsync();
        await ShowsAsync(reader, "2605.00045", 0, voted: false);
    }

    private static ILocator Vote(Reader reader, string paper) => reader.Page.Locator($"article[data-arxiv-id='{paper}'] .vote button");

    private static async Task ShowsAsync(Reader reader, string paper, int votes, bool voted)
    {
        await Expect(Vote(reader, paper)).ToHaveAttributeAsync("aria-pressed", voted ? "true" : "false");
        await Expect(Vote(reader, paper)).ToHaveTextAsync($"{votes}");
    }
}
