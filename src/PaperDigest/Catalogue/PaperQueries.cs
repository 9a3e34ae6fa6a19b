using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Catalogue;

/// <summary>Reads papers for the pages. Every query is answered by an index and costs the same in a catalogue of any size.</summary>
internal sealed class PaperQueries(NpgsqlDataSource database, IDbContextFactory<PaperDigestDb> databases)
{
    // A paper that is replaced every week for years is still one page.
    private const int MostListings = 200;
    private const int MostVersions = 100;

    /// <summary>Null when it is not in the catalogue.</summary>
    public async Task<Paper?> FindAsync(string arxivId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.ArxivId == arxivId, cancel);
    }

    /// <summary>The listings that a paper was in, the newest first.</summary>
    public static IReadOnlyList<PaperListing> ListingsOf(ReadBatch batch, string arxivId) => batch.Ask(
        // By ix_listing_entries_arxiv_id.
        "SELECT date, category, section, version FROM listing_entries WHERE arxiv_id = @paper ORDER BY date DESC, category LIMIT @most",
        row => new PaperListing(row.GetFieldValue<DateOnly>(0), row.GetString(1), Section(row.GetString(2)), row.GetInt32(3)),
        ("paper", arxivId), ("most", MostListings));

    /// <summary>The versions of a paper that are known, the newest first.</summary>
    public static IReadOnlyList<PaperVersion> VersionsOf(ReadBatch batch, string arxivId) => batch.Ask(
        // By pk_paper_versions, backwards.
        """
        SELECT version, submitted_at, listed_on, title, abstract, authors, is_withdrawn FROM paper_versions
        WHERE arxiv_id = @paper ORDER BY version DESC LIMIT @most
        """,
        row => new PaperVersion
        {
            ArxivId = arxivId, Version = row.GetInt32(0), SubmittedAt = Known<DateTimeOffset?>(row, 1), ListedOn = Known<DateOnly?>(row, 2),
            Title = Known<string>(row, 3), Abstract = Known<string>(row, 4), Authors = Known<string[]>(row, 5), IsWithdrawn = Known<bool?>(row, 6),
        },
        ("paper", arxivId), ("most", MostVersions));

    private static T? Known<T>(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);

    private static ListingSection Section(string word) => Enum.Parse<ListingSection>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>Papers of a category, newest first, from <paramref name="before"/> on.</summary>
    public Task<IReadOnlyList<PaperCard>> InCategoryAsync(string category, ListedBefore before, int take, CancellationToken cancel) =>
        // A range of ix_paper_categories_category_first_listed_arxiv_id, then the papers by primary key.
        ReadAsync(
            $"""
            WITH page AS MATERIALIZED (
                SELECT arxiv_id FROM paper_categories
                WHERE category = @of AND (first_listed, arxiv_id) < (@day, @id)
                ORDER BY first_listed DESC, arxiv_id DESC LIMIT @take)
            SELECT {PaperCard.Columns} FROM page JOIN papers p USING (arxiv_id)
            ORDER BY p.first_listed DESC, p.arxiv_id DESC
            """, category, before, take, cancel);

    /// <summary>Papers with an author of exactly this name, newest first, from <paramref name="before"/> on.</summary>
    public Task<IReadOnlyList<PaperCard>> ByAuthorAsync(string author, ListedBefore before, int take, CancellationToken cancel) =>
        // A range of pk_paper_authors, backwards, then the papers by primary key.
        ReadAsync(
            $"""
            WITH page AS MATERIALIZED (
                SELECT arxiv_id FROM paper_authors
                WHERE author = @of AND (first_listed, arxiv_id) < (@day, @id)
                ORDER BY first_listed DESC, arxiv_id DESC LIMIT @take)
            SELECT {PaperCard.Columns} FROM page JOIN papers p USING (arxiv_id)
            ORDER BY p.first_listed DESC, p.arxiv_id DESC
            """, author, before, take, cancel);

    private async Task<IReadOnlyList<PaperCard>> ReadAsync(string sql, string of, ListedBefore before, int take, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("of", of);
        command.Parameters.AddWithValue("day", before.Day);
        command.Parameters.AddWithValue("id", before.Paper);
        command.Parameters.AddWithValue("take", take);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var cards = new List<PaperCard>();
        while (await rows.ReadAsync(cancel)) cards.Add(PaperCard.Read(rows));
        return cards;
    }
}
