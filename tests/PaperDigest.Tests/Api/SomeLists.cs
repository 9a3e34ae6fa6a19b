using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Api;

/// <summary>A small catalogue for what programs read: two ranked days, Monday's whole, a category, votes and a curated list.</summary>
internal static class SomeLists
{
    public static readonly DateOnly Monday = new(2026, 5, 11);

    /// <summary>The papers of Tuesday in rank order; those of Monday are 2605.05001 and 2605.05002.</summary>
    public static readonly string[] Tuesday = [.. SomeRankedDay.Ids(60).Reverse()];

    public static async Task StoreAsync(RunningSite site)
    {
        if (await site.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM papers)")) return;
        await SomeRankedDay.StoreAsync(site.Database, Monday, "2605.05001", "2605.05002");
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, Tuesday);
        await site.Database.ExecuteAsync(
            """
            INSERT INTO paper_categories (category, first_listed, arxiv_id) SELECT unnest(categories), first_listed, arxiv_id FROM papers;
            UPDATE papers SET outside_votes = 9 WHERE arxiv_id = '2605.05002';
            UPDATE papers SET outside_votes = 4 WHERE arxiv_id = '2605.00007';
            UPDATE papers SET authors = '{"Grace Hopper"}', search_text = ' harbours of memory grace hopper ', title = 'Harbours of <memory> & $O(n^2)$' WHERE arxiv_id = '2605.00009';
            INSERT INTO listings (date, category, source, fetched_at, entry_count)
            SELECT '2026-05-11', c, 'feed', '2026-05-11T05:00Z', 0 FROM unnest('{cs.AI,cs.CV,cs.LG,stat.ML}'::text[]) c;
            INSERT INTO curated_listings (list, date, entry_count, observed_at) VALUES ('hugging_face', '2026-05-12', 1, '2026-05-12T10:00Z');
            INSERT INTO curated_entries (list, date, arxiv_id, position, submitted_by, submitted_by_name, submitted_at)
            VALUES ('hugging_face', '2026-05-12', '2605.00007', 1, 'somebody', 'Some Body', '2026-05-12T01:00Z');
            INSERT INTO outside_papers (arxiv_id, votes, comments, code_url, code_stars, project_url, keywords, summary, summary_model, organization, media_urls, discussion_id, observed_at)
            VALUES ('2605.00007', 4, 2, 'https://github.com/someone/something', 12, 'https://example.org/project', '{agents,memory}', 'A machine says it measures.', 'some/model', 'Example', '{}', '6a87afc589e517cbfd75dbe0', '2026-05-12T10:00Z');
            """);
    }
}
