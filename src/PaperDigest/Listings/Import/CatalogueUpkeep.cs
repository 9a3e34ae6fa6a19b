using Npgsql;

namespace PaperDigest.Listings;

/// <summary>Leaves the catalogue in order after many papers came at once, so that the first readers do not pay for it.</summary>
internal sealed class CatalogueUpkeep(NpgsqlDataSource database)
{
    /// <summary>Fewer than this the server's own upkeep takes care of in time.</summary>
    private const int Many = 2_000;

    /// <summary>The planner must know how large the tables are now. Marking rows as seen by all is left to the server, which does it within minutes.</summary>
    private const string CountAnew = "ANALYZE papers, paper_versions, paper_categories, paper_authors";

    /// <summary>Entries of these indexes wait in a list, which every search would read from end to end until it is worked off.</summary>
    private const string WorkOffIndexes =
        """
        SELECT gin_clean_pending_list(x.indexrelid) FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid JOIN pg_am m ON m.oid = c.relam
        WHERE x.indrelid = 'papers'::regclass AND m.amname = 'gin'
        """;

    /// <summary>Does so when <paramref name="papers"/> were written that are many.</summary>
    public async Task AfterAsync(long papers, CancellationToken cancel)
    {
        if (papers < Many) return;
        await using var connection = await database.OpenConnectionAsync(cancel);
        foreach (var sql in (string[])[CountAnew, WorkOffIndexes])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
