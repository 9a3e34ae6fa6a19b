using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

public sealed class ReadingJourney(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Shifts =
        """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const shift of list.getEntries()) window.shifted += shift.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    // Once the page and its fonts are drawn: what is drawn first does not move, and the observer is told when nothing else is to do.
    private const string ShiftsSoFar =
        """
        async () => {
          await new Promise(drawn => new PerformanceObserver(drawn).observe({ type: 'paint', buffered: true }));
          await document.fonts.ready;
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          await new Promise(requestIdleCallback);
          return window.shifted;
        }
        """;

    public async ValueTask InitializeAsync() => await SomeDays.StoreAsync(site);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Devices.Desktop)]
    [InlineData(Devices.Phone)]
    public async Task A_reader_goes_through_papers_and_days(string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.VisitAsync("/");
        await SeesAsync(reader, "Tuesday 12 May", 50);

        var title = reader.Page.Locator("article.paper h2 a").First;
        var name = await title.InnerTextAsync();
        await title.ClickAsync();
        await Expect(Heading(reader)).ToHaveTextAsync(name);
        await Expect(reader.Page.GetByText("It was measured. It held.")).ToBeVisibleAsync();
        await reader.PageIsSoundAsync();
        await reader.Page.GoBackAsync();
        await SeesAsync(reader, "Tuesday 12 May", 50);

        await Link(reader, "Days", "Monday 11 May").ClickAsync();
        await SeesAsync(reader, "Monday 11 May", 3);
        await Link(reader, "Days", "Tuesday 12 May").ClickAsync();
        await SeesAsync(reader, "Tuesday 12 May", 50);
    }

    [Theory]
    [InlineData(Devices.Desktop)]
    [InlineData(Devices.Phone)]
    public async Task A_reader_narrows_the_day_to_a_category_and_reads_on(string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.VisitAsync("/");
        await Link(reader, "Categories", "cs.LG 4").ClickAsync();
        await SeesAsync(reader, "Tuesday 12 May", 4);
        await Expect(Link(reader, "Categories", "cs.LG 4")).ToHaveAttributeAsync("aria-current", "true");

        await Link(reader, "Categories", "All 56").ClickAsync();
        await Link(reader, "Pages", "Next 50").ClickAsync();
        await SeesAsync(reader, "Tuesday 12 May", 6);
        await Expect(Link(reader, "Pages", "Page 2")).ToHaveAttributeAsync("aria-current", "page");
        await Link(reader, "Pages", "Page 1").ClickAsync();
        await SeesAsync(reader, "Tuesday 12 May", 50);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/papers/2605.00001")]
    [InlineData("/papers?q=matter")]
    public async Task The_first_key_leads_past_the_head_of_the_page(string path)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(Devices.Desktop));
        await reader.VisitAsync(path);
        var skip = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });
        await Expect(skip).Not.ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await reader.PageIsSoundAsync();

        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("main")).ToBeFocusedAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "#main$"));
        await reader.Page.Keyboard.PressAsync("Tab");
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/", Devices.Desktop)]
    [InlineData("/", Devices.Phone)]
    [InlineData("/papers/2605.00001", Devices.Phone)]
    [InlineData("/papers?q=matter", Devices.Desktop)]
    public async Task Nothing_moves_while_a_page_is_drawn(string path, string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.Page.AddInitScriptAsync(Shifts);
        await reader.VisitAsync(path);
        // The live box takes the place of the plain one when it is connected.
        if (path.Contains("?q=", StringComparison.Ordinal)) await Expect(reader.Page.GetByRole(AriaRole.Combobox)).ToBeVisibleAsync();
        Assert.InRange(await reader.Page.EvaluateAsync<double>(ShiftsSoFar), 0, 0.005);
    }

    private static ILocator Heading(Reader reader) => reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static ILocator Link(Reader reader, string navigation, string name) =>
        reader.Page.GetByRole(AriaRole.Navigation, new() { Name = navigation }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    private static async Task SeesAsync(Reader reader, string day, int papers)
    {
        await Expect(Heading(reader)).ToContainTextAsync(day);
        await Expect(reader.Page.Locator("article.paper")).ToHaveCountAsync(papers);
        await reader.PageIsSoundAsync();
    }
}
