using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Database;
using PaperDigest.Site;

namespace PaperDigest.Api;

/// <summary>Reads whole papers, in four queries by primary key however many they are.</summary>
internal sealed class PaperShelf(IDbContextFactory<PaperDigestDb> databases, IHttpContextAccessor asked)
{
    /// <summary>The papers of these ids in their order; without those that have gone meanwhile.</summary>
    public async Task<IReadOnlyList<PaperFacts>> TakeAsync(IReadOnlyList<string> arxivIds, CancellationToken cancel)
    {
        if (arxivIds.Count == 0) return [];
        // Whatever answer they are taken for is outdated when one of them changes.
        foreach (var id in arxivIds) asked.HttpContext?.Shows(PageTags.Paper(id));
        await using var db = await databases.CreateDbContextAsync(cancel);
        var papers = await db.Papers.AsNoTracking().Where(p => arxivIds.Contains(p.ArxivId)).ToDictionaryAsync(p => p.ArxivId, cancel);
        var outside = await db.OutsidePapers.AsNoTracking().Where(o => arxivIds.Contains(o.ArxivId)).ToDictionaryAsync(o => o.ArxivId, cancel);
        // By ix_curated_entries_arxiv_id_date; hardly a paper is on two lists.
        var curated = await db.CuratedEntries.AsNoTracking().Where(c => arxivIds.Contains(c.ArxivId)).OrderBy(c => c.Date).ToListAsync(cancel);
        var latest = new Dictionary<string, CuratedEntry>(StringComparer.Ordinal);
        foreach (var entry in curated) latest[entry.ArxivId] = entry;
        var versions = await db.Papers.AsNoTracking().Where(p => arxivIds.Contains(p.ArxivId))
            .Join(db.PaperVersions.AsNoTracking(), p => new { p.ArxivId, p.Version }, v => new { v.ArxivId, v.Version }, (p, v) => v)
            .ToDictionaryAsync(v => v.ArxivId, cancel);
        return
        [
            .. arxivIds.Where(papers.ContainsKey).Select(id => new PaperFacts(papers[id])
            {
                Outside = outside.GetValueOrDefault(id), Curated = latest.GetValueOrDefault(id), Version = versions.GetValueOrDefault(id),
            }),
        ];
    }
}
