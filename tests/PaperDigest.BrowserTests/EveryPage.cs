using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

/// <summary>What each page promises, wherever one comes from and on whatever it is read.</summary>
public sealed class EveryPage(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public static TheoryData<string, int> Pages => new()
    {
        { "/", 200 },
        { "/papers/date/2026-05-24", 200 },
        { "/papers/date/2026-05-29?view=compact", 200 },
        { "/papers/week/2026-W22", 200 },
        { "/papers/month/2026-05?view=compact&min_upvotes=1", 200 },
        { "/papers/trending?window=30&not_category=cs.CV&with=agents", 200 },
        { "/papers/week/2026-W22?with=nowheretobefound&min_upvotes=1", 200 },
        { "/papers/month/1999-01", 200 },
        { "/papers/week?min_upvotes=many", 400 },
        { "/papers/week/2026-W60", 404 },
        { "/papers/2605.29250", 200 },
        { $"/papers/{SomeDays.Withdrawn}", 200 },
        { $"/papers/{SomeDays.WithFormulas}", 200 },
        { "/papers/2605.29250/comments", 200 },
        { "/categories/cs.CL", 200 },
        { "/authors/Dongrui%20Liu", 200 },
        { "/papers?q=retrieval", 200 },
        { "/papers?q=nowheretobefound", 200 },
        { "/subscribe", 200 },
        { "/saved", 200 },
        { "/for-you", 200 },
        { "/follows", 200 },
        { "/submit", 200 },
        { "/signin", 200 },
        { "/signin/sent", 200 },
        { "/digests", 200 },
        { "/api", 200 },
        { "/design", 200 },
        { "/nowhere/at/all", 404 },
        { "/papers/2605.99999", 404 },
    };

    public async ValueTask InitializeAsync()
    {
        await SomeDays.StoreSampleAsync(site);
        await SomeDays.StoreWithdrawnAsync(site);
        await SomeDays.StoreWithFormulasAsync(site);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_accessible_in_light_and_in_dark(string path, int status)
    {
        foreach (var device in (string[])[Devices.Desktop, Devices.Phone])
        {
            await using var reader = await OpenAsync(path, status, device);
            await reader.PageIsSoundAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_nowhere_wider_than_the_narrowest_screen(string path, int status)
    {
        await using var reader = await OpenAsync(path, status, Devices.Narrow);
        Assert.Equal(320, await reader.Page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 320);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_printed_without_what_only_a_screen_needs(string path, int status)
    {
        await using var reader = await OpenAsync(path, status, Devices.Phone);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        string[] parts = ["header.top", "footer", ".cols aside", ".vote", ".search-form", "nav"];
        Assert.Equal(0, await reader.Page.Locator(string.Join(", ", parts.Select(part => part + ":visible"))).CountAsync());
        // Also who reads in the dark prints in black on white.
        Assert.Equal("rgb(0, 0, 0) on rgb(255, 255, 255)", await reader.Page.EvaluateAsync<string>(
            "(style => `${style.color} on ${style.backgroundColor}`)(getComputedStyle(document.body))"));
    }

    private async Task<Reader> OpenAsync(string path, int status, string device)
    {
        var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.VisitAsync(path, status);
        return reader;
    }
}
