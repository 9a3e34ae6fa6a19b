using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

/// <summary>Pages that show what people on Hugging Face chose: with everything that a card and a paper's page can hold.</summary>
public sealed class CuratedPages(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    /// <summary>Of a sentence over a few lines; one word a line is higher.</summary>
    private const int HighestSentence = 100;

    private const string Recorded =
        """
        {"date": "2026-05-11", "papers": [{"paper": {"id": "2605.00001", "title": "Paper 2605.00001", "upvotes": 4}}]}
        {"date": "2026-05-12", "papers": [{"paper": {"id": "2605.00001", "title": "Paper 2605.00001", "upvotes": 2931, "githubRepo": "https://github.com/example/an-engine-with-a-long-name-that-is-one-word", "githubStars": 12345, "projectPage": "https://example.org/project", "ai_summary": "An engine is described.", "ai_keywords": ["an analytical engine that is described at length", "notes on Bernoulli numbers", "weaving"], "organization": {"fullname": "Royal Society"}, "submittedOnDailyBy": {"user": "grace", "fullname": "Grace Hopper"}}, "numComments": 12}, {"paper": {"id": "2604.00777", "title": "A paper that only people on Hugging Face know", "upvotes": 1}}]}
        """;

    public async ValueTask InitializeAsync()
    {
        await SomeDays.StoreAsync(site);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Recorded));
        await site.Services.GetRequiredService<CuratedImport>().RunAsync(file, null, site.Clock.Now, TestContext.Current.CancellationToken);
        await site.Services.GetRequiredService<DayRanking>().RankAsync(site.Clock.Now, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Devices.Desktop)]
    [InlineData(Devices.Phone)]
    [InlineData(Devices.Narrow)]
    public async Task Have_room_for_what_they_say_of_the_day(string device)
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
        await reader.VisitAsync("/papers/date/2026-05-12", 200);
        foreach (var sentence in await reader.Page.Locator(".day .state").AllAsync())
            Assert.InRange((await sentence.BoundingBoxAsync())!.Height, 1, HighestSentence);
    }

    [Theory]
    [InlineData("/papers/date/2026-05-12", "Hugging Face, submitted by Grace Hopper")]
    [InlineData("/papers/2605.00001", "Summary (made by a language model, from Hugging Face)")]
    [InlineData("/papers/2604.00777", "A paper that only people on Hugging Face know")]
    public async Task Are_accessible_and_fit_the_narrowest_screen(string path, string shown)
    {
        foreach (var device in (string[])[Devices.Desktop, Devices.Phone, Devices.Narrow])
        {
            await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, Devices.Of(device));
            await reader.VisitAsync(path, 200);
            await Expect(reader.Page.GetByText(shown).First).ToBeVisibleAsync();
            await reader.PageIsSoundAsync();
            Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
    }
}
