using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class FilterJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await SomeDays.StoreAsync(site);
        await site.Database.ExecuteAsync("UPDATE papers SET vote_count = 3 WHERE arxiv_id IN ('2605.00053', '2605.00101')");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Devices.Desktop, true)]
    [InlineData(Devices.Desktop, false)]
    [InlineData(Devices.Phone, true)]
    [InlineData(Devices.Phone, false)]
    public async Task A_reader_filters_a_week_and_takes_the_filters_away_again(string device, bool script)
    {
        var options = Devices.Of(device);
        options.JavaScriptEnabled = script;
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, options);
        await reader.VisitAsync("/papers/date/2026-05-12");
        await Link(reader, "Period", "Week").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/papers/week/2026-W20$"));

        await reader.Page.Locator(".filter summary").ClickAsync();
        await reader.PageIsSoundAsync();
        var form = reader.Page.Locator(".filter form");
        await form.GetByRole(AriaRole.Group, new() { Name = "In any of" }).GetByLabel("cs.LG").CheckAsync();
        await form.GetByLabel("Votes at least").FillAsync("2");
        await form.GetByRole(AriaRole.Button, new() { Name = "Show papers" }).ClickAsync();

        await SeesAsync(reader, "2605.00053");
        // With a script the address holds only what was chosen.
        if (script) await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/papers/week/2026-W20\?category=cs\.LG&min_upvotes=2$"));

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Remove the filter: cs.LG" }).ClickAsync();
        await SeesAsync(reader, "2605.00101", "2605.00053");
        await Link(reader, "Period", "Month").ClickAsync();
        await SeesAsync(reader, "2605.00101", "2605.00053");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Compact" }).ClickAsync();
        await SeesAsync(reader, "2605.00101", "2605.00053");
        await reader.PageIsSoundAsync();
    }

    [Fact]
    public async Task A_list_that_a_filter_emptied_says_what_to_loosen()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(Devices.Phone));
        await reader.VisitAsync("/papers/date/2026-05-12?category=cs.LG&min_upvotes=9");
        await reader.PageIsSoundAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Without “9 or more votes”" }).ClickAsync();
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Twenty_papers_are_on_a_laptops_screen()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(Devices.Desktop));
        await reader.VisitAsync("/papers/date/2026-05-12?view=compact");
        var first = await reader.Page.Locator("article.paper").First.BoundingBoxAsync();
        var twentieth = await reader.Page.Locator("article.paper").Nth(19).BoundingBoxAsync();
        Assert.InRange(twentieth!.Y + twentieth.Height - first!.Y, 0, 720);
    }

    private static ILocator Link(Reader reader, string navigation, string name) =>
        reader.Page.GetByRole(AriaRole.Navigation, new() { Name = navigation }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static async Task SeesAsync(Reader reader, params string[] papers)
    {
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(papers.Length);
        foreach (var paper in papers) await Expect(reader.Page.Locator($"article.paper[data-arxiv-id='{paper}']")).ToBeVisibleAsync();
    }
}
