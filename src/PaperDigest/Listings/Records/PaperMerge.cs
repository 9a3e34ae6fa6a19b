namespace PaperDigest.Listings;

/// <summary>
/// How what a source says of papers joins what the catalogue knows: the statements in the order in which they run, for listings and
/// full records alike. They read the temporary table <c>incoming</c> and find stored rows by primary key; each touches only rows that
/// change, and marks the papers they belong to.
/// <list type="bullet">
/// <item>A newer version replaces the texts; the old ones stay with the old version. What a listing leaves out is kept.</item>
/// <item>The same version, from a record no older than the last one: its fields overwrite. From anything else: it fills gaps.</item>
/// <item>An older version fills what is missing in its own row, and touches nothing newer.</item>
/// </list>
/// </summary>
internal static class PaperMerge
{
    public static readonly string[] Statements =
    [
        FindStored, NumberUntold, AddPapers, Marking(KeepOldTexts), Marking(TakeNewerVersions), Marking(TakeRecords), Marking(FillGaps),
        Marking(AddVersions), Marking(CompleteVersions), Marking(FillOldTexts), Marking(Settle), Marking(LeaveCategories), Marking(JoinCategories),
        Marking(MoveCategories),
    ];

    /// <summary>New, replaced, edited and unchanged papers, after the statements.</summary>
    public const string Count =
        """
        SELECT count(*) FILTER (WHERE stored_version IS NULL), count(*) FILTER (WHERE version > stored_version),
            count(*) FILTER (WHERE version <= stored_version AND is_changed), count(*) FILTER (WHERE version <= stored_version AND NOT is_changed)
        FROM incoming
        """;

    private const string FindStored = "UPDATE incoming i SET stored_version = p.version FROM papers p WHERE p.arxiv_id = i.arxiv_id";

    /// <summary>
    /// A source that gives no number gives the day of the newest version. A day after that of the newest known version means another
    /// one; how many came in between is not known.
    /// </summary>
    private const string NumberUntold =
        """
        UPDATE incoming i SET version = greatest(
            i.version, i.stored_version + CASE WHEN (v.submitted_at AT TIME ZONE 'UTC')::date < i.newest_submitted_on THEN 1 ELSE 0 END)
        FROM paper_versions v
        WHERE i.version_numbers = '{}' AND v.arxiv_id = i.arxiv_id AND v.version = i.stored_version
        """;

    private const string AddPapers =
        """
        INSERT INTO papers (
            arxiv_id, title, abstract, summary, authors, affiliations, categories, comments, doi, journal_ref, licence, report_no, submitter, version,
            is_withdrawn, recorded_on, first_listed, submitted_at, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments, is_sample)
        SELECT arxiv_id, title, abstract, summary, authors, affiliations, categories, comments, doi, journal_ref, licence, report_no, submitter, version,
            is_withdrawn, recorded_on, first_listed, submitted_at, @now, @now, search_text, 0, outside_votes, outside_comments, @sample
        FROM incoming WHERE stored_version IS NULL ORDER BY arxiv_id
        """;

    private const string KeepOldTexts =
        """
        INSERT INTO paper_versions AS t (arxiv_id, version, title, abstract, authors)
        SELECT p.arxiv_id, p.version, p.title, nullif(p.abstract, ''), p.authors
        FROM incoming i JOIN papers p USING (arxiv_id) WHERE i.version > i.stored_version
        ON CONFLICT (arxiv_id, version) DO UPDATE SET title = excluded.title, abstract = excluded.abstract, authors = excluded.authors
        """;

    /// <summary>Affiliations stand beside the authors in the same order, so they go with another list of authors.</summary>
    private const string TakeNewerVersions =
        """
        UPDATE papers t SET
            version = i.version, title = i.title, abstract = i.abstract, authors = i.authors, search_text = i.search_text,
            affiliations = coalesce(i.affiliations, CASE WHEN i.authors = t.authors THEN t.affiliations END),
            categories = CASE WHEN i.categories = '{}' THEN t.categories ELSE i.categories END,
            comments = CASE WHEN i.recorded_on IS NULL THEN coalesce(i.comments, t.comments) ELSE i.comments END,
            doi = CASE WHEN i.recorded_on IS NULL THEN coalesce(i.doi, t.doi) ELSE i.doi END,
            journal_ref = CASE WHEN i.recorded_on IS NULL THEN coalesce(i.journal_ref, t.journal_ref) ELSE i.journal_ref END,
            report_no = CASE WHEN i.recorded_on IS NULL THEN coalesce(i.report_no, t.report_no) ELSE i.report_no END,
            licence = coalesce(i.licence, t.licence), submitter = coalesce(i.submitter, t.submitter),
            recorded_on = greatest(i.recorded_on, t.recorded_on), changed_at = @now
        FROM incoming i WHERE t.arxiv_id = i.arxiv_id AND i.version > i.stored_version
        """;

    /// <summary>
    /// What is empty in a later record has been taken away at arXiv; in one of the same day the other format may not carry it.
    /// </summary>
    private const string TakeRecords =
        """
        UPDATE papers t SET
            title = n.title, abstract = n.abstract, authors = n.authors, affiliations = n.affiliations, categories = n.categories,
            comments = n.comments, doi = n.doi, journal_ref = n.journal_ref, licence = n.licence, report_no = n.report_no,
            submitter = n.submitter, recorded_on = n.recorded_on, search_text = n.search_text, changed_at = @now
        FROM (
            SELECT i.arxiv_id, i.title, i.search_text, i.recorded_on,
                coalesce(nullif(i.abstract, ''), p.abstract) AS abstract, i.authors, CASE WHEN i.categories = '{}' THEN p.categories ELSE i.categories END AS categories,
                coalesce(i.affiliations, CASE WHEN i.authors = p.authors THEN p.affiliations END) AS affiliations,
                CASE WHEN i.recorded_on > p.recorded_on THEN i.comments ELSE coalesce(i.comments, p.comments) END AS comments,
                CASE WHEN i.recorded_on > p.recorded_on THEN i.doi ELSE coalesce(i.doi, p.doi) END AS doi,
                CASE WHEN i.recorded_on > p.recorded_on THEN i.journal_ref ELSE coalesce(i.journal_ref, p.journal_ref) END AS journal_ref,
                CASE WHEN i.recorded_on > p.recorded_on THEN i.report_no ELSE coalesce(i.report_no, p.report_no) END AS report_no,
                coalesce(i.licence, p.licence) AS licence, coalesce(i.submitter, p.submitter) AS submitter
            FROM incoming i JOIN papers p USING (arxiv_id)
            WHERE i.version = i.stored_version AND i.recorded_on >= coalesce(p.recorded_on, '-infinity')) n
        WHERE t.arxiv_id = n.arxiv_id AND
            (t.title, t.abstract, t.authors, t.affiliations, t.categories, t.comments, t.doi, t.journal_ref, t.licence, t.report_no, t.submitter, t.recorded_on)
            IS DISTINCT FROM
            (n.title, n.abstract, n.authors, n.affiliations, n.categories, n.comments, n.doi, n.journal_ref, n.licence, n.report_no, n.submitter, n.recorded_on)
        """;

    /// <summary>
    /// Another source of the same version overwrites nothing. It adds what was not known and, from a listing, the categories that the
    /// paper was cross-listed to since.
    /// </summary>
    private const string FillGaps =
        """
        UPDATE papers t SET
            abstract = n.abstract, authors = n.authors, affiliations = n.affiliations, categories = n.categories, comments = n.comments, doi = n.doi,
            journal_ref = n.journal_ref, licence = n.licence, report_no = n.report_no, submitter = n.submitter,
            search_text = CASE WHEN t.authors = n.authors THEN t.search_text ELSE n.search_text END, changed_at = @now
        FROM (
            SELECT i.arxiv_id, i.search_text, coalesce(nullif(p.abstract, ''), i.abstract) AS abstract,
                CASE WHEN p.authors = '{}' THEN i.authors ELSE p.authors END AS authors,
                coalesce(p.affiliations, CASE WHEN p.authors IN (i.authors, '{}') THEN i.affiliations END) AS affiliations,
                CASE WHEN p.categories <> '{}' AND i.recorded_on IS NOT NULL THEN p.categories ELSE p.categories || ARRAY(
                    SELECT c FROM unnest(i.categories) WITH ORDINALITY AS u (c, n) WHERE c <> ALL (p.categories) ORDER BY n) END AS categories,
                coalesce(p.comments, i.comments) AS comments, coalesce(p.doi, i.doi) AS doi, coalesce(p.journal_ref, i.journal_ref) AS journal_ref,
                coalesce(p.licence, i.licence) AS licence, coalesce(p.report_no, i.report_no) AS report_no, coalesce(p.submitter, i.submitter) AS submitter
            FROM incoming i JOIN papers p USING (arxiv_id)
            WHERE i.version = i.stored_version AND (i.recorded_on >= coalesce(p.recorded_on, '-infinity')) IS NOT TRUE) n
        WHERE t.arxiv_id = n.arxiv_id AND
            (t.abstract, t.authors, t.affiliations, t.categories, t.comments, t.doi, t.journal_ref, t.licence, t.report_no, t.submitter) IS DISTINCT FROM
            (n.abstract, n.authors, n.affiliations, n.categories, n.comments, n.doi, n.journal_ref, n.licence, n.report_no, n.submitter)
        """;

    /// <summary>
    /// The versions a source tells of. Which listing announced one is not known of an old paper that is only cross-listed now.
    /// </summary>
    private const string Told =
        """
        SELECT i.arxiv_id, v.version, v.submitted_at, v.is_withdrawn,
            CASE WHEN v.version = i.version AND i.announced AND (i.section <> 'cross' OR i.first_listed = @date) THEN @date END AS listed_on
        FROM incoming i, unnest(i.version_numbers, i.version_times, i.version_withdrawals) AS v (version, submitted_at, is_withdrawn)
        UNION ALL
        SELECT arxiv_id, version, NULL, NULL, NULL FROM incoming WHERE version_numbers = '{}'
        """;

    private const string AddVersions =
        $"""
        INSERT INTO paper_versions AS t (arxiv_id, version, listed_on, submitted_at, is_withdrawn)
        SELECT arxiv_id, version, listed_on, submitted_at, is_withdrawn FROM ({Told}) n
        WHERE NOT EXISTS (SELECT FROM paper_versions v WHERE v.arxiv_id = n.arxiv_id AND v.version = n.version)
        ORDER BY arxiv_id, version
        """;

    private const string CompleteVersions =
        $"""
        UPDATE paper_versions t SET
            listed_on = least(t.listed_on, n.listed_on), submitted_at = coalesce(t.submitted_at, n.submitted_at), is_withdrawn = coalesce(n.is_withdrawn, t.is_withdrawn)
        FROM ({Told}) n
        WHERE t.arxiv_id = n.arxiv_id AND t.version = n.version AND (t.listed_on, t.submitted_at, t.is_withdrawn) IS DISTINCT FROM
            (least(t.listed_on, n.listed_on), coalesce(t.submitted_at, n.submitted_at), coalesce(n.is_withdrawn, t.is_withdrawn))
        """;

    private const string FillOldTexts =
        """
        UPDATE paper_versions t SET
            title = coalesce(t.title, i.title), abstract = coalesce(t.abstract, nullif(i.abstract, '')), authors = coalesce(t.authors, nullif(i.authors, '{}'))
        FROM incoming i
        WHERE t.arxiv_id = i.arxiv_id AND t.version = i.version AND i.version < i.stored_version AND (
            t.title IS NULL OR (t.abstract IS NULL AND i.abstract <> '') OR (t.authors IS NULL AND i.authors <> '{}'))
        """;

    /// <summary>
    /// What follows from the versions. The first listing is that of version 1 where it is known; estimates only lower each other. A newest
    /// version of which nobody told counts as not withdrawn.
    /// </summary>
    private const string Settle =
        """
        UPDATE papers t SET first_listed = n.first_listed, submitted_at = n.submitted_at, is_withdrawn = n.is_withdrawn, changed_at = @now
        FROM (
            SELECT i.arxiv_id, coalesce(f.listed_on, least(p.first_listed, i.first_listed)) AS first_listed,
                coalesce(f.submitted_at, p.submitted_at) AS submitted_at, coalesce(v.is_withdrawn, false) AS is_withdrawn
            FROM incoming i JOIN papers p USING (arxiv_id)
            LEFT JOIN paper_versions f ON f.arxiv_id = i.arxiv_id AND f.version = 1
            LEFT JOIN paper_versions v ON v.arxiv_id = i.arxiv_id AND v.version = p.version) n
        WHERE t.arxiv_id = n.arxiv_id AND (t.first_listed, t.submitted_at, t.is_withdrawn) IS DISTINCT FROM (n.first_listed, n.submitted_at, n.is_withdrawn)
        """;

    private const string LeaveCategories =
        """
        DELETE FROM paper_categories t USING incoming i, papers p
        WHERE p.arxiv_id = i.arxiv_id AND t.arxiv_id = i.arxiv_id AND t.category <> ALL (p.categories)
        """;

    private const string JoinCategories =
        """
        INSERT INTO paper_categories AS t (category, arxiv_id, first_listed)
        SELECT DISTINCT u.category, p.arxiv_id, p.first_listed
        FROM incoming i JOIN papers p USING (arxiv_id), unnest(p.categories) AS u (category)
        WHERE NOT EXISTS (SELECT FROM paper_categories c WHERE c.arxiv_id = p.arxiv_id AND c.category = u.category)
        ORDER BY p.arxiv_id, u.category
        """;

    private const string MoveCategories =
        """
        UPDATE paper_categories t SET first_listed = p.first_listed FROM incoming i JOIN papers p USING (arxiv_id)
        WHERE t.arxiv_id = i.arxiv_id AND t.first_listed <> p.first_listed
        """;

    // A new paper needs no mark, and writing its long texts again for one took a third of the time.
    private static string Marking(string statement) =>
        $"""
        WITH touched AS ({statement} RETURNING t.arxiv_id)
        UPDATE incoming i SET is_changed = true FROM touched
        WHERE i.arxiv_id = touched.arxiv_id AND i.stored_version IS NOT NULL AND NOT i.is_changed
        """;
}
