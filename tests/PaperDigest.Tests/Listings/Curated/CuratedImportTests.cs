using PaperDigest.Listings;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;

namespace PaperDigest.Tests.Listings.Curated;

public sealed class CuratedImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_recording_is_taken_in_list_by_list_and_again_changes_nothing()
    {
        var file = $"{Line("2026-05-11", Of("2605.00001"), Of("2605.00002"))}\nnonsense\n{Line("2026-05-12", Of("2605.00002"), Of("2605.00003"))}\n";

        var first = await RunAsync(file);
        var second = await RunAsync(file);

        Assert.Equal((IngestOutcome.Partial, 2, new CuratedTotals(3, 1, 0, 0, 1)), (first.Outcome, first.Lists, first.Total));
        Assert.Equal("2 lists of Hugging Face's daily papers, 2026-05-11 to 2026-05-12: 3 new, 1 already there, 0 changed, 0 unchanged, 1 rejected.", first.Message);
        Assert.Equal("nonsense", Assert.Single(first.Rejected).Record);
        Assert.Equal(new CuratedTotals(0, 0, 0, 4, 1), second.Total);
    }

    [Fact]
    public async Task An_answer_of_the_API_is_taken_in_by_the_days_of_submission()
    {
        var report = await RunAsync(Answer(Of("2605.00001", "2026-05-11"), Of("2605.00002")));

        Assert.Equal((IngestOutcome.Complete, 2), (report.Outcome, report.Lists));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM curated_listings WHERE entry_count = 1"));
    }

    [Theory]
    [InlineData("", IngestOutcome.Empty)]
    [InlineData("[]", IngestOutcome.Empty)]
    [InlineData("{\"id\": 7}", IngestOutcome.Failed)]
    public async Task A_file_without_lists_says_so(string file, IngestOutcome outcome)
    {
        var report = await RunAsync(file);

        Assert.Equal(outcome, report.Outcome);
        Assert.StartsWith("The file holds no list of papers", report.Message, StringComparison.Ordinal);
    }

    private Task<CuratedImportReport> RunAsync(string file) =>
        new CuratedImport(new CuratedImporter(_database.Source)).RunAsync(file.AsStream(), null, TestClock.Noon, TestContext.Current.CancellationToken);
}
