using Npgsql;

namespace PaperDigest.Listings;

/// <summary>Leaves the catalogue in order after many papers came at once, so that the first readers do not pay for it.</summary>
internal sealed class CatalogueUpkeep(NpgsqlDataSource database)
{
    /// <summary>Fewer than this the server's own upkeep takes care of in time.</summary>
    private const int Many = 2_000;

    /// <summary>
    /// Brings up the planner's statistics, works off the lists of index entries that wait (each search would read them), and marks
    /// rows and pages as seen by all, which else the first readers do.
    /// </summary>
    private const string TidyUp = "VACUUM (ANALYZE) papers, paper_versions, paper_categories";

    /// <summary>Does so when <paramref name="papers"/> were written that are many.</summary>
    public async Task AfterAsync(long papers, CancellationToken cancel)
    {
        if (papers < Many) return;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(TidyUp, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
