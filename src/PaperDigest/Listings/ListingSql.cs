namespace PaperDigest.Listings;

/// <summary>
/// The statements of a <see cref="ListingTransaction"/>, in the order in which they run. They read the temporary table
/// <c>incoming</c> and find stored rows by primary key; each touches only rows that change.
/// </summary>
internal static class ListingSql
{
    /// <summary>The lock goes with the transaction, however that ends.</summary>
    public const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtext('paperdigest.listings'))";

    /// <summary>
    /// OAI-PMH gives every record that changed on a day. One whose version this category listed before was changed, not announced:
    /// its details are taken, and no entry made. The same goes for a day that is known exactly, from the feed. By
    /// ix_listing_entries_arxiv_id.
    /// </summary>
    public const string LeaveOutListedBefore =
        """
        UPDATE incoming i SET announced = false
        WHERE EXISTS (SELECT FROM listings WHERE date = @date AND category = @category AND source = 'feed') OR EXISTS (
            SELECT FROM listing_entries e
            WHERE e.arxiv_id = i.arxiv_id AND e.category = @category AND e.date < @date AND e.version >= i.version)
        """;

    public static readonly string[] StorePapers =
        [AddPapers, TakeNewerVersions, FillGaps, LowerFirstListed, LeaveCategories, JoinCategories, StoreVersions];

    private const string AddPapers =
        """
        INSERT INTO papers (
            arxiv_id, title, abstract, summary, authors, categories, comments, doi, journal_ref, licence, version, first_listed,
            submitted_at, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments, is_sample)
        SELECT arxiv_id, title, abstract, summary, authors, categories, comments, doi, journal_ref, licence, version, first_listed,
            submitted_at, @now, @now, search_text, 0, outside_votes, outside_comments, @sample
        FROM incoming ORDER BY arxiv_id
        ON CONFLICT (arxiv_id) DO NOTHING
        """;

    /// <summary>What a source leaves out (feeds carry no comments) is kept from the version before.</summary>
    private const string TakeNewerVersions =
        """
        UPDATE papers p SET
            version = i.version, title = i.title, abstract = i.abstract, authors = i.authors, categories = i.categories,
            comments = coalesce(i.comments, p.comments), doi = coalesce(i.doi, p.doi), journal_ref = coalesce(i.journal_ref, p.journal_ref),
            licence = coalesce(i.licence, p.licence), submitted_at = coalesce(p.submitted_at, i.submitted_at),
            search_text = i.search_text, changed_at = @now
        FROM incoming i WHERE p.arxiv_id = i.arxiv_id AND i.version > p.version
        """;

    /// <summary>
    /// Another source of the same version overwrites nothing. It adds what was not known, and the categories that the paper was
    /// cross-listed to since.
    /// </summary>
    private const string FillGaps =
        """
        UPDATE papers p SET
            abstract = CASE WHEN p.abstract = '' THEN i.abstract ELSE p.abstract END,
            comments = coalesce(p.comments, i.comments), doi = coalesce(p.doi, i.doi), journal_ref = coalesce(p.journal_ref, i.journal_ref),
            licence = coalesce(p.licence, i.licence), submitted_at = coalesce(p.submitted_at, i.submitted_at),
            categories = p.categories || ARRAY(SELECT c FROM unnest(i.categories) WITH ORDINALITY AS u (c, n) WHERE c <> ALL (p.categories) ORDER BY n),
            changed_at = @now
        FROM incoming i
        WHERE p.arxiv_id = i.arxiv_id AND i.version = p.version AND (
            (p.abstract = '' AND i.abstract <> '') OR (p.comments IS NULL AND i.comments IS NOT NULL) OR (p.doi IS NULL AND i.doi IS NOT NULL)
            OR (p.journal_ref IS NULL AND i.journal_ref IS NOT NULL) OR (p.licence IS NULL AND i.licence IS NOT NULL)
            OR (p.submitted_at IS NULL AND i.submitted_at IS NOT NULL) OR NOT i.categories <@ p.categories)
        """;

    private const string LowerFirstListed =
        "UPDATE papers p SET first_listed = i.first_listed FROM incoming i WHERE p.arxiv_id = i.arxiv_id AND i.first_listed < p.first_listed";

    private const string LeaveCategories =
        """
        DELETE FROM paper_categories c USING incoming i, papers p
        WHERE p.arxiv_id = i.arxiv_id AND c.arxiv_id = i.arxiv_id AND c.category <> ALL (p.categories)
        """;

    private const string JoinCategories =
        """
        INSERT INTO paper_categories AS c (category, arxiv_id, first_listed)
        SELECT DISTINCT category, p.arxiv_id, p.first_listed
        FROM incoming i JOIN papers p USING (arxiv_id), unnest(p.categories) AS category
        ORDER BY p.arxiv_id, category
        ON CONFLICT (arxiv_id, category) DO UPDATE SET first_listed = excluded.first_listed
        WHERE c.first_listed <> excluded.first_listed
        """;

    /// <summary>Which listing announced a version is not known of an old paper that is only cross-listed now.</summary>
    private const string StoreVersions =
        """
        INSERT INTO paper_versions AS v (arxiv_id, version, listed_on, submitted_at, title)
        SELECT arxiv_id, version, CASE WHEN announced AND (section <> 'cross' OR first_listed = @date) THEN @date END,
            CASE WHEN version = 1 THEN submitted_at END, title
        FROM incoming ORDER BY arxiv_id
        ON CONFLICT (arxiv_id, version) DO UPDATE
        SET listed_on = least(v.listed_on, excluded.listed_on), submitted_at = coalesce(v.submitted_at, excluded.submitted_at)
        WHERE v.listed_on IS DISTINCT FROM least(v.listed_on, excluded.listed_on) OR (v.submitted_at IS NULL AND excluded.submitted_at IS NOT NULL)
        """;

    /// <summary>A feed knows what was announced: it takes the place of a reconstruction, never the other way round.</summary>
    public const string StoreListing =
        """
        INSERT INTO listings AS l (date, category, source, fetched_at, entry_count)
        SELECT @date, @category, @source, @now, 0 WHERE EXISTS (SELECT FROM incoming WHERE announced)
        ON CONFLICT (date, category) DO UPDATE SET source = excluded.source, fetched_at = excluded.fetched_at
        WHERE l.source = 'oai' AND excluded.source = 'feed'
        """;

    public const string StoreQuiet =
        """
        INSERT INTO listings (date, category, source, fetched_at, entry_count) VALUES (@date, @category, @source, @now, 0)
        ON CONFLICT (date, category) DO NOTHING
        """;

    public const string StoreEntries =
        """
        INSERT INTO listing_entries AS e (date, category, arxiv_id, section, version, position)
        SELECT @date, @category, arxiv_id, section, version, position FROM incoming WHERE announced ORDER BY arxiv_id
        ON CONFLICT (date, category, arxiv_id) DO UPDATE
        SET section = excluded.section, version = excluded.version, position = excluded.position
        WHERE (e.section, e.version) IS DISTINCT FROM (excluded.section, excluded.version)
        RETURNING section
        """;

    public const string CountListing =
        """
        UPDATE listings SET entry_count = (SELECT count(*) FROM listing_entries WHERE date = @date AND category = @category)
        WHERE date = @date AND category = @category
        """;

    public const string CountMissing =
        """
        SELECT count(*) FROM listing_entries e
        WHERE e.date = @date AND e.category = @category AND NOT EXISTS (SELECT FROM incoming i WHERE i.arxiv_id = e.arxiv_id)
        """;

    /// <summary>
    /// A paper counts once a day: as new where any category announced it so, before cross-listed, before replaced. A ranking that was
    /// made while this transaction ran has not seen it, so the change must be later than that.
    /// </summary>
    public const string CountDay =
        """
        INSERT INTO listing_days AS d (date, announced_at, new_count, cross_count, replaced_count, is_sample, changed_at)
        SELECT @date, @announced, count(*) FILTER (WHERE place = 0), count(*) FILTER (WHERE place = 1), count(*) FILTER (WHERE place = 2), @sample, @now
        FROM (
            SELECT min(CASE section WHEN 'new' THEN 0 WHEN 'cross' THEN 1 ELSE 2 END) AS place
            FROM listing_entries WHERE date = @date GROUP BY arxiv_id) AS papers
        ON CONFLICT (date) DO UPDATE SET
            new_count = excluded.new_count, cross_count = excluded.cross_count, replaced_count = excluded.replaced_count,
            changed_at = greatest(excluded.changed_at, d.ranked_at + interval '1 microsecond')
        """;

    public const string DropIncoming = "DROP TABLE incoming";

    /// <summary>A look at a table of some thousand days, of which the sample's are the only ones while it is there.</summary>
    public const string HasSample = "SELECT EXISTS (SELECT FROM listing_days WHERE is_sample)";

    public const string HasRealPapers =
        "SELECT EXISTS (SELECT FROM papers WHERE NOT is_sample LIMIT 1) OR EXISTS (SELECT FROM listing_days WHERE NOT is_sample)";

    /// <summary>Entries, categories, versions, votes and ranks go with their papers. By ix_papers_sample.</summary>
    public const string RemoveSample =
        """
        DELETE FROM papers WHERE is_sample;
        DELETE FROM listings WHERE source = 'sample';
        DELETE FROM listing_days WHERE is_sample;
        """;
}
