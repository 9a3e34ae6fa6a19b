using System.Net;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>The scheduled job: what it asks for, and when it lets arXiv be.</summary>
public sealed class IngestJobTests(PostgresServer server) : IAsyncLifetime
{
    private readonly IngestWorld _world = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_job_asks_again_only_for_what_is_missing_and_says_when_the_day_is_whole()
    {
        _world.Arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        Assert.Contains("still missing: cs.AI", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);

        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        _world.Arxiv.Requests.Clear();
        Assert.Contains("complete", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);
        Assert.Equal(["/rss/cs.AI"], _world.Arxiv.Requests);

        Assert.Contains("whole", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);
        Assert.Equal(["/rss/cs.AI"], _world.Arxiv.Requests);
    }

    [Fact]
    public async Task A_category_that_proves_quiet_after_the_others_were_taken_in_leaves_the_day_whole()
    {
        _world.Arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel);

        _world.Arxiv.Shows("cs.AI", Wednesday);
        Assert.Contains("complete", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);
        Assert.Contains("whole", await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rebuilt_from_records_is_taken_from_the_feeds_once_they_show_the_day()
    {
        _world.Arxiv.Shows("cs.CL", Tuesday, "2605.00001v1 new cs.CL");
        _world.Arxiv.Shows("cs.AI", Tuesday, "2605.00009v1 new cs.AI");
        _world.Arxiv.Lists(Wednesday, "2605.00011v1 cs.CL cs.AI");
        await _world.RunAsync(Wednesday);

        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00011v1 new cs.CL cs.AI");
        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00011v1 cross cs.CL cs.AI");
        await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel);

        Assert.Equal(2, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listings WHERE source = 'feed'"));
    }

    [Fact]
    public async Task The_job_waits_for_feeds_that_have_not_switched_instead_of_guessing()
    {
        _world.Arxiv.Shows("cs.CL", Tuesday, "2605.00001v1 new cs.CL");
        _world.Arxiv.Shows("cs.AI", Tuesday, "2605.00001v1 cross cs.CL cs.AI");
        _world.Arxiv.Lists(Wednesday, "2605.00011v1 cs.CL");

        await _world.Job.RunAsync(IngestWorld.WednesdayMorning, Cancel);

        Assert.Equal(["/rss/cs.CL", "/rss/cs.AI"], _world.Arxiv.Requests);
        Assert.Equal("", await CatalogueText.OfAsync(_world.Database.Source, Cancel));
    }
}
