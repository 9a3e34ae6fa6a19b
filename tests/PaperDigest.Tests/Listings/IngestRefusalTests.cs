using System.Net;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>What a run does with feeds that are broken, empty, stale or not there.</summary>
public sealed class IngestRefusalTests(PostgresServer server) : IAsyncLifetime
{
    private readonly IngestWorld _world = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task One_category_that_is_refused_does_not_lose_the_others()
    {
        _world.Arxiv.Fails("cs.CL", HttpStatusCode.ServiceUnavailable);

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.False(report.IsDone);
        Assert.Equal([CategoryOutcome.Refused, CategoryOutcome.Stored], report.Categories.Select(c => c.Outcome));
        Assert.Contains("503", report.Categories[0].Message, StringComparison.Ordinal);
        Assert.Contains("cs.CL", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rate exceeded.")]
    [InlineData("<!DOCTYPE html><html><body>Down for maintenance</body></html>")]
    [InlineData("<rss version=\"2.0\"><channel><title>cut off")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">]><rss><channel><title>&a;</title></channel></rss>")]
    public async Task A_day_whose_feeds_are_unusable_fails_and_stores_nothing(string body)
    {
        _world.Arxiv.Answers("cs.CL", body);
        _world.Arxiv.Answers("cs.AI", body);

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Failed, report.Outcome);
        Assert.All(report.Categories, c => Assert.NotNull(c.Message));
        Assert.Equal("", await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }

    [Fact]
    public async Task A_feed_that_shows_the_day_before_under_todays_date_is_refused()
    {
        string[] many = [.. Enumerable.Range(1, 20).Select(n => $"2605.{n:00000}v1 new cs.CL")];
        _world.Arxiv.Shows("cs.CL", Tuesday, many);
        _world.Arxiv.Shows("cs.AI", Tuesday, "2605.00099v1 new cs.AI");
        await _world.RunAsync(Tuesday);
        _world.Arxiv.Shows("cs.CL", Wednesday, [.. many[1..], "2605.00100v1 new cs.CL"]);
        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00101v1 new cs.AI");

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal([CategoryOutcome.Stale, CategoryOutcome.Stored], report.Categories.Select(c => c.Outcome));
        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.Equal(0L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listings WHERE date = '2026-05-13' AND category = 'cs.CL'"));
    }

    [Fact]
    public async Task An_empty_feed_on_a_weekday_is_nothing_yet_and_not_a_listing_of_none()
    {
        _world.Arxiv.Shows("cs.CL", Wednesday);
        _world.Arxiv.Shows("cs.AI", Wednesday);

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Empty, report.Outcome);
        Assert.False(report.IsDone);
        Assert.Equal("", await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }

    [Fact]
    public async Task An_emptier_repeat_keeps_what_is_stored()
    {
        await _world.RunAsync(Wednesday);
        var before = await CatalogueText.OfAsync(_world.Database.Source, Cancel);
        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL cs.AI");
        _world.Arxiv.Shows("cs.AI", Wednesday);

        _world.Arxiv.Lists(Wednesday, "2605.00003v1 cs.AI");
        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(2, report.Categories[0].Missing);
        Assert.Equal(CategoryOutcome.Nothing, report.Categories[1].Outcome);
        Assert.Equal(before, await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }

    [Fact]
    public async Task A_weekend_is_explained_and_nothing_is_asked()
    {
        var report = await _world.RunAsync(new DateOnly(2026, 5, 9));

        Assert.Equal(IngestOutcome.Empty, report.Outcome);
        Assert.True(report.IsDone);
        Assert.Contains("Saturday", report.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Arxiv.Requests);
    }

    [Fact]
    public async Task A_listing_that_is_not_announced_yet_is_not_asked_for()
    {
        var report = await _world.RunAsync(new DateOnly(2026, 5, 15));

        Assert.Equal(IngestOutcome.Failed, report.Outcome);
        Assert.Contains("2026-05-15 00:00 UTC", report.Message, StringComparison.Ordinal);
        Assert.Empty(_world.Arxiv.Requests);
    }

    [Fact]
    public async Task An_item_that_makes_no_sense_is_rejected_alone()
    {
        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL", "nonsense new cs.CL");

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal("cs.CL feed 1 0 0 0", IngestWorld.Line(report.Categories[0]));
        Assert.Contains("nonsense", Assert.Single(report.Categories[0].Rejected).Excerpt, StringComparison.Ordinal);
        Assert.StartsWith("<item><title>Paper nonsense</title>", await _world.Database.ScalarAsync<string>("SELECT record FROM rejected_records"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_with_an_empty_feed_is_quiet_when_a_second_source_has_nothing_either()
    {
        _world.Arxiv.Shows("cs.AI", Wednesday);

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        Assert.Equal(CategoryOutcome.Nothing, report.Categories[1].Outcome);
        // So that the day's page does not call it missing.
        Assert.Equal(0, await _world.Database.ScalarAsync<int>("SELECT entry_count FROM listings WHERE category = 'cs.AI'"));
        Assert.Contains("nothing was asked", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_category_with_an_empty_feed_is_missing_when_a_second_source_has_papers()
    {
        _world.Arxiv.Shows("cs.AI", Wednesday);
        _world.Arxiv.Lists(Wednesday, "2605.00011v1 cs.AI");

        var report = await _world.RunAsync(Wednesday);

        Assert.Equal(IngestOutcome.Partial, report.Outcome);
        Assert.Equal(1L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listings"));
    }
}
