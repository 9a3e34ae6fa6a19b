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

    /// <summary>The paper with the listings it was in and its versions; null when it is not in the catalogue.</summary>
    public async Task<PaperDetail?> FindAsync(string arxivId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.ArxivId == arxivId, cancel) is not { } paper) return null;
        // Asked for apart: joined to the paper, the newest versions of all papers would be numbered first.
        var versions = await db.PaperVersions.AsNoTracking()
            .Where(v => v.ArxivId == arxivId).OrderByDescending(v => v.Version).Take(MostVersions).ToListAsync(cancel);
        var listings = await db.ListingEntries.AsNoTracking()
            .Where(e => e.ArxivId == arxivId)
            .OrderByDescending(e => e.Date).ThenBy(e => e.Category)
            .Take(MostListings)
            .Select(e => new PaperListing(e.Date, e.Category, e.Section, e.Version))
            .ToListAsync(cancel);
        return new PaperDetail(paper, listings, VersionHistory.Of(paper, versions));
    }

    /// <summary>The paper alone; null when it is not in the catalogue.</summary>
    public async Task<Paper?> NamedAsync(string arxivId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Papers.AsNoTracking().SingleOrDefaultAsync(p => p.ArxivId == arxivId, cancel);
    }

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
