using System.Diagnostics;
using Npgsql;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Site;

public sealed class QueryCountTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task No_page_asks_the_database_more_than_four_times_however_many_papers_it_shows()
    {
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, SomeRankedDay.Ids(120));
        // The index reads them too, which is not the pages' doing.
        await site.IsSearchableAsync(SomeRankedDay.Ids(120)[^1]);
        await site.Database.ExecuteAsync("INSERT INTO paper_categories SELECT 'cs.CL', arxiv_id, first_listed FROM papers");

        foreach (var path in (string[])["/", "/papers/date/2026-05-12?page=2", "/papers/date/2026-05-12?category=cs.CL", "/papers/2605.00001", "/categories/cs.CL", "/authors/Ada%20Lovelace"])
            Assert.Equal((path, true), (path, await QueriesAsync(path) is var asked and >= 1 && asked <= 4));
    }

    /// <summary>Round trips: questions that are asked in one go count as one, as they cost the page one wait.</summary>
    private async Task<int> QueriesAsync(string path)
    {
        var database = new NpgsqlConnectionStringBuilder(site.Database.ConnectionString).Database;
        var queries = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(t => t.Value as string == database)) Interlocked.Increment(ref queries);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await site.Client.ReadAsync(path);
        return queries;
    }
}
