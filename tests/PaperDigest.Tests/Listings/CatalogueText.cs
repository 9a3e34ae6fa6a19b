using Npgsql;

namespace PaperDigest.Tests.Listings;

/// <summary>All that listings say of the catalogue as lines of text, without the instants: equal texts, equal catalogues.</summary>
internal static class CatalogueText
{
    private const string Lines =
        """
        SELECT line FROM (
            SELECT 1 AS part, format('paper %s v%s %s %s %s', arxiv_id, version, first_listed, authors, categories) AS line FROM papers
            UNION ALL SELECT 2, format('category %s %s %s', arxiv_id, category, first_listed) FROM paper_categories
            UNION ALL SELECT 3, format('version %s v%s %s', arxiv_id, version, listed_on) FROM paper_versions
            UNION ALL SELECT 4, format('listing %s %s %s %s', date, category, source, entry_count) FROM listings
            UNION ALL SELECT 5, format('entry %s %s %s %s %s v%s', date, category, position, arxiv_id, section, version) FROM listing_entries
            UNION ALL SELECT 6, format('day %s %s new %s cross %s replaced', date, new_count, cross_count, replaced_count) FROM listing_days) AS lines
        ORDER BY part, line
        """;

    public static async Task<string> OfAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Lines);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancel)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
