namespace PaperDigest.Listings;

/// <summary>
/// The statements that store a curated list, in the order in which they run. They read the temporary table <c>incoming_curated</c>
/// and find stored rows by primary key; each touches only rows that change.
/// </summary>
internal static class CuratedSql
{
    /// <summary>1 when this look at the list is the first or newer than the last.</summary>
    public const string StoreListing =
        """
        INSERT INTO curated_listings AS l (date, list, entry_count, observed_at) VALUES (@date, @list, 0, @observed)
        ON CONFLICT (date, list) DO UPDATE SET observed_at = excluded.observed_at WHERE l.observed_at < excluded.observed_at
        """;

    /// <summary>A paper without categories, until arXiv is asked for them. What version it is nobody says; a newer one replaces it.</summary>
    private const string AddPapers =
        """
        WITH added AS (
            INSERT INTO papers (
                arxiv_id, title, abstract, authors, categories, version, first_listed, submitted_at, added_at, changed_at, search_text,
                vote_count, outside_votes, outside_comments, is_sample)
            SELECT arxiv_id, title, abstract, authors, '{}', 1, first_listed, published_at, @now, @now, search_text, 0, 0, 0, false
            FROM incoming_curated ORDER BY arxiv_id
            ON CONFLICT (arxiv_id) DO NOTHING RETURNING arxiv_id, submitted_at),
        versions AS (
            INSERT INTO paper_versions (arxiv_id, version, submitted_at) SELECT arxiv_id, 1, submitted_at FROM added)
        UPDATE incoming_curated i SET is_new = true FROM added WHERE added.arxiv_id = i.arxiv_id
        """;

    private const string NoteListedBefore =
        """
        UPDATE incoming_curated i SET was_listed = true
        FROM curated_entries e WHERE e.date = @date AND e.list = @list AND e.arxiv_id = i.arxiv_id
        """;

    private const string StoreEntries =
        """
        INSERT INTO curated_entries AS e (date, list, arxiv_id, position, submitted_by, submitted_by_name, submitted_at)
        SELECT @date, @list, arxiv_id, position, submitted_by, submitted_by_name, submitted_at FROM incoming_curated ORDER BY arxiv_id
        ON CONFLICT (date, list, arxiv_id) DO UPDATE SET
            position = excluded.position, submitted_by = coalesce(excluded.submitted_by, e.submitted_by),
            submitted_by_name = coalesce(excluded.submitted_by_name, e.submitted_by_name),
            submitted_at = coalesce(e.submitted_at, excluded.submitted_at)
        WHERE @newest AND (e.position, e.submitted_by, e.submitted_by_name, e.submitted_at) IS DISTINCT FROM (
            excluded.position, coalesce(excluded.submitted_by, e.submitted_by),
            coalesce(excluded.submitted_by_name, e.submitted_by_name), coalesce(e.submitted_at, excluded.submitted_at))
        """;

    private const string AddOutside =
        """
        INSERT INTO outside_papers (
            arxiv_id, votes, comments, code_url, code_stars, project_url, keywords, summary, summary_model, organization, thumbnail_url,
            media_urls, discussion_id, observed_at)
        SELECT arxiv_id, coalesce(votes, 0), coalesce(comments, 0), code_url, code_stars, project_url, coalesce(keywords, '{}'), summary,
            summary_model, organization, thumbnail_url, coalesce(media_urls, '{}'), discussion_id, @observed
        FROM incoming_curated ORDER BY arxiv_id
        ON CONFLICT (arxiv_id) DO NOTHING
        """;

    /// <summary>The newer look wins, except where it shows nothing: fields come hours after a paper and have been seen to go.</summary>
    private const string UpdateOutside =
        """
        WITH seen AS (
            SELECT o.arxiv_id, coalesce(i.votes, o.votes) AS votes, coalesce(i.comments, o.comments) AS comments,
                coalesce(i.code_url, o.code_url) AS code_url, coalesce(i.code_stars, o.code_stars) AS code_stars,
                coalesce(i.project_url, o.project_url) AS project_url, coalesce(i.keywords, o.keywords) AS keywords,
                coalesce(i.summary, o.summary) AS summary, coalesce(i.summary_model, CASE WHEN i.summary IS NULL OR i.summary = o.summary THEN o.summary_model END) AS summary_model,
                coalesce(i.organization, o.organization) AS organization, coalesce(i.thumbnail_url, o.thumbnail_url) AS thumbnail_url,
                coalesce(i.media_urls, o.media_urls) AS media_urls, coalesce(i.discussion_id, o.discussion_id) AS discussion_id
            FROM incoming_curated i JOIN outside_papers o USING (arxiv_id) WHERE o.observed_at <= @observed),
        changed AS (
            UPDATE outside_papers o SET
                votes = s.votes, comments = s.comments, code_url = s.code_url, code_stars = s.code_stars, project_url = s.project_url,
                keywords = s.keywords, summary = s.summary, summary_model = s.summary_model, organization = s.organization,
                thumbnail_url = s.thumbnail_url, media_urls = s.media_urls, discussion_id = s.discussion_id, observed_at = @observed
            FROM seen s WHERE o.arxiv_id = s.arxiv_id AND (
                o.votes, o.comments, o.code_url, o.code_stars, o.project_url, o.keywords, o.summary, o.summary_model, o.organization,
                o.thumbnail_url, o.media_urls, o.discussion_id) IS DISTINCT FROM (
                s.votes, s.comments, s.code_url, s.code_stars, s.project_url, s.keywords, s.summary, s.summary_model, s.organization,
                s.thumbnail_url, s.media_urls, s.discussion_id)
            RETURNING o.arxiv_id)
        UPDATE incoming_curated i SET is_changed = true FROM changed c WHERE c.arxiv_id = i.arxiv_id
        """;

    /// <summary>Counts that are those of the look before say nothing new.</summary>
    private const string StoreObservations =
        """
        INSERT INTO vote_observations (arxiv_id, observed_at, votes, comments, stars, is_recorded)
        SELECT i.arxiv_id, @observed, i.votes, coalesce(i.comments, 0), i.code_stars, @recorded
        FROM incoming_curated i
        LEFT JOIN LATERAL (
            SELECT v.votes, v.comments, v.stars FROM vote_observations v
            WHERE v.arxiv_id = i.arxiv_id AND v.observed_at <= @observed ORDER BY v.observed_at DESC LIMIT 1) last ON true
        WHERE i.votes IS NOT NULL AND (last.votes, last.comments, last.stars) IS DISTINCT FROM (i.votes, coalesce(i.comments, 0), i.code_stars)
        ORDER BY i.arxiv_id
        ON CONFLICT (arxiv_id, observed_at) DO NOTHING
        """;

    /// <summary>
    /// Brings the counts to where ranking reads them, and marks the days that have the papers. Papers are locked before days, and these
    /// by date, as votes lock them. By ix_listing_entries_arxiv_id and ix_curated_entries_arxiv_id_date.
    /// </summary>
    private const string CarryVotes =
        """
        WITH changed AS (
            UPDATE papers p SET outside_votes = o.votes, outside_comments = o.comments
            FROM incoming_curated i JOIN outside_papers o USING (arxiv_id)
            WHERE p.arxiv_id = i.arxiv_id AND (p.outside_votes, p.outside_comments) IS DISTINCT FROM (o.votes, o.comments)
            RETURNING p.arxiv_id),
        days AS (
            SELECT d.date FROM listing_days d
            WHERE d.date IN (
                SELECT e.date FROM listing_entries e JOIN changed USING (arxiv_id) WHERE e.section IN ('new', 'cross')
                UNION SELECT c.date FROM curated_entries c JOIN changed USING (arxiv_id))
            ORDER BY d.date FOR NO KEY UPDATE)
        UPDATE listing_days d SET changed_at = greatest(@now, d.ranked_at + interval '1 microsecond') FROM days WHERE days.date = d.date
        """;

    /// <summary>A day that has only a curated list is a day too, on which arXiv announced nothing as far as is known.</summary>
    private const string MarkDay =
        """
        INSERT INTO listing_days AS d (date, announced_at, new_count, cross_count, replaced_count, is_sample, changed_at)
        SELECT @date, @announced, 0, 0, 0, false, @now WHERE EXISTS (SELECT FROM incoming_curated WHERE NOT was_listed)
        ON CONFLICT (date) DO UPDATE SET changed_at = greatest(excluded.changed_at, d.ranked_at + interval '1 microsecond')
        """;

    private const string CountListing =
        """
        UPDATE curated_listings l SET entry_count = stored.entries
        FROM (SELECT count(*)::integer AS entries FROM curated_entries WHERE date = @date AND list = @list) stored
        WHERE l.date = @date AND l.list = @list AND l.entry_count <> stored.entries
        """;

    public static readonly string[] StorePapers =
        [AddPapers, NoteListedBefore, StoreEntries, AddOutside, UpdateOutside, StoreObservations, CarryVotes, MarkDay, CountListing];

    /// <summary>The columns of <see cref="CuratedChange"/>.</summary>
    public const string Count =
        """
        SELECT count(*) FILTER (WHERE is_new)::integer, count(*) FILTER (WHERE NOT is_new AND NOT was_listed)::integer,
            count(*) FILTER (WHERE was_listed AND is_changed)::integer, count(*) FILTER (WHERE was_listed AND NOT is_changed)::integer,
            (SELECT count(*) FROM curated_entries e WHERE e.date = @date AND e.list = @list
                AND NOT EXISTS (SELECT FROM incoming_curated i WHERE i.arxiv_id = e.arxiv_id))::integer
        FROM incoming_curated
        """;

    public const string DropIncoming = "DROP TABLE incoming_curated";
}
